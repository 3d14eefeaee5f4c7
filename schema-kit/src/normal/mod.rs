//! A schema in the form in which the server prints it.
//!
//! The server keeps an expression as a tree, and prints it in one way: `age > 0 and true` becomes `((age > 0) AND true)`. A
//! program's tables contain expressions as they are written. To compare both, the schema is created in Postgres schemas of
//! its own, read, and rolled back. Other sessions see nothing of it.

pub(crate) mod scratch;

use schema_ddl::diff::Cycle;
use schema_ddl::model::Model;
use sqlx::{Connection as _, PgConnection};

use self::scratch::SCRATCH;
use crate::introspect::{self, IntrospectError, Others, Scope};

/// The server could not print a schema.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum NormalError {
    /// The server refused a statement.
    #[error("the server refused `{statement}`: {}", reason(.source))]
    Statement {
        /// The statement, in the schema in which it was tried.
        statement: String,
        /// The server's error.
        source: sqlx::Error,
    },
    /// Objects need each other.
    #[error("the schema cannot be created")]
    Cycle(#[from] Cycle),
    /// The created schema could not be read.
    #[error("the schema could not be read")]
    Read(#[from] IntrospectError),
    /// A query failed.
    #[error("a query failed")]
    Database(#[from] sqlx::Error),
}

/// Returns the message of an error of the server.
fn reason(error: &sqlx::Error) -> String {
    match error.as_database_error() {
        Some(error) => error.message().to_owned(),
        None => error.to_string(),
    }
}

/// Returns a model with its expressions as the server prints them, to compare it with a model that was
/// [read](crate::introspect).
///
/// Creates the schema in a transaction and rolls it back; if the connection is in a transaction, it creates a savepoint. The
/// user needs the privilege to create Postgres schemas in the database, and to create roles if the model has roles that do not
/// exist.
///
/// ```no_run
/// use schema_core::prelude::*;
/// use schema_ddl::diff::{Renames, diff};
/// use schema_kit::introspect::{self, Scope};
/// use schema_kit::normal;
/// use sqlx::{Connection as _, PgConnection};
///
/// #[table(name = "notes")]
/// struct Note {
///     #[column(primary_key, identity)]
///     id: i64,
///     text: String,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let mut connection = PgConnection::connect("postgres://localhost/notes").await?;
/// let is = introspect::read(&mut connection, &Scope::default()).await?.model;
/// let wanted = normal::normal(&mut connection, &schema![Note].model()?).await?;
/// for action in diff(&is, &wanted, &Renames::default())? {
///     println!("{}", action.statements.join(";\n"));
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// If the server refuses a statement, such as an expression with a syntax error.
pub async fn normal(connection: &mut PgConnection, model: &Model) -> Result<Model, NormalError> {
    let mut transaction = connection.begin().await?;
    let result = create_and_read(&mut transaction, model).await;
    transaction.rollback().await?;
    result
}

async fn create_and_read(
    connection: &mut PgConnection,
    model: &Model,
) -> Result<Model, NormalError> {
    let names = scratch::create_renamed(connection, model).await?;
    let scope = Scope {
        first: Some(SCRATCH.to_owned()),
        others: Others::Listed(names.to_scratch.values().cloned().collect()),
        roles: false,
        grants: false,
    };
    let mut read = introspect::read_in_transaction(connection, &scope)
        .await?
        .model;
    read.rename_schemas(&names.from_scratch);
    read.roles.clone_from(&model.roles);
    // The server keeps privileges as they are written. Those of the scratch schema also depend on the default privileges of
    // the database.
    read.grants.clone_from(&model.grants);
    read.not_public.clone_from(&model.not_public);
    read.default_privileges
        .clone_from(&model.default_privileges);
    read.extensions.clone_from(&model.extensions);
    Ok(read)
}
