//! A schema in the form in which the server prints it.
//!
//! The server keeps an expression as a tree, and prints it in one way: `age > 0 and true` becomes `((age > 0) AND true)`. A
//! program's tables contain expressions as they are written. To compare both, the schema is created in Postgres schemas of
//! its own, read, and rolled back. Other sessions see nothing of it.

mod access;
mod needed;
pub(crate) mod scratch;

use schema_ddl::diff::Cycle;
use schema_ddl::model::Model;
use sqlx::postgres::PgDatabaseError;
use sqlx::{Connection as _, PgConnection};

use self::needed::Needed;
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

/// Returns the message of an error of the server, and its hint: a schema with very many tables can need more locks than
/// the server has, and the hint names the setting.
fn reason(error: &sqlx::Error) -> String {
    let server = error
        .as_database_error()
        .and_then(|error| error.try_downcast_ref::<PgDatabaseError>());
    match server.map(|error| (error.message(), error.hint())) {
        Some((message, Some(hint))) => format!("{message}; {hint}"),
        Some((message, None)) => message.to_owned(),
        None => error.to_string(),
    }
}

/// Returns a model with its expressions as the server prints them, to compare it with a model that was
/// [read](crate::introspect).
///
/// Creates the schema in a transaction and rolls it back; if the connection is in a transaction, it creates a savepoint. The
/// user needs the privilege to create Postgres schemas in the database. Roles and privileges are not created, because roles
/// belong to the whole server; the owner of an object needs no privileges on it, so they are left out.
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

/// Returns what [`normal`] returns, for a database that was read. It creates only what differs from the database, and what
/// that needs: a push of a few changes to many tables costs little.
///
/// `database` must have been read with the same names: what has no schema in `model` is in the first schema of the
/// [scope](Scope).
///
/// ```no_run
/// use schema_core::prelude::*;
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
/// let wanted = normal::normal_beside(&mut connection, &schema![Note].model()?, &is).await?;
/// assert_eq!(wanted.tables.len(), 1);
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// See [`normal`].
pub async fn normal_beside(
    connection: &mut PgConnection,
    model: &Model,
    database: &Model,
) -> Result<Model, NormalError> {
    let needed = Needed::new(model, database);
    match normal(connection, &needed.model).await {
        Ok(mut read) => {
            needed.complete(&mut read, model, database);
            Ok(read)
        }
        // An expression can need an object that it does not name.
        Err(NormalError::Statement { .. } | NormalError::Cycle(_)) => {
            normal(connection, model).await
        }
        Err(error) => Err(error),
    }
}

async fn create_and_read(
    connection: &mut PgConnection,
    model: &Model,
) -> Result<Model, NormalError> {
    let owners = access::owners(connection, model).await?;
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
    for view in &mut read.views {
        let wanted = model.views.iter().find(|wanted| wanted.name == view.name);
        view.no_data = wanted.is_some_and(|wanted| wanted.no_data);
    }
    read.extensions.clone_from(&model.extensions);
    access::add(&mut read, model, &owners);
    Ok(read)
}
