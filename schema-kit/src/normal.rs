//! A schema in the form in which the server prints it.
//!
//! The server keeps an expression as a tree, and prints it in one way: `age > 0 and true` becomes `((age > 0) AND true)`. A
//! program's tables contain expressions as they are written. To compare both, the schema is created in Postgres schemas of
//! its own, read, and rolled back. Other sessions see nothing of it.

use std::collections::{BTreeMap, BTreeSet};

use schema_ddl::diff::{Cycle, Renames, diff};
use schema_ddl::model::{Extension, Model};
use schema_ddl::sql::quote;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

use crate::introspect::{self, IntrospectError, Others, Scope};

/// The beginning of the names of the schemas in which a model is created.
const SCRATCH: &str = "schema_kit_scratch";

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
/// user needs the privilege to create Postgres schemas in the database. Roles are not created, because they belong to the
/// whole server.
///
/// ```no_run
/// use schema_core::prelude::*;
/// use schema_ddl::diff::{Renames, diff};
/// use schema_kit::introspect::{self, Scope};
/// use schema_kit::{normal, tables};
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
/// let wanted = normal::normal(&mut connection, &tables::model(&schema![Note])?).await?;
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
    create_extensions(connection, &model.extensions).await?;
    let names = scratch_names(connection, model).await?;
    let mut scratch = model.clone();
    scratch.rename_schemas(&names.to_scratch);
    scratch.roles.clear();
    scratch.default_privileges.clear();
    scratch.extensions.clear();
    // The body of a function can name objects of which the string does not tell that they are names.
    run(connection, "set local check_function_bodies = off").await?;
    run(
        connection,
        &format!("create schema {}", quote::name(SCRATCH)),
    )
    .await?;
    let path = format!(
        "select set_config('search_path', concat_ws(', ', {}, current_setting('search_path')), true)",
        quote::literal(&quote::name(SCRATCH))
    );
    run(connection, &path).await?;
    for action in diff(&Model::default(), &scratch, &Renames::default())? {
        for statement in &action.statements {
            run(connection, statement).await?;
        }
    }
    let scope = Scope {
        first: Some(SCRATCH.to_owned()),
        others: Others::Listed(names.to_scratch.values().cloned().collect()),
        roles: false,
        grants: !model.grants.is_empty() || !model.not_public.is_empty(),
    };
    let mut read = introspect::read_in_transaction(connection, &scope)
        .await?
        .model;
    read.rename_schemas(&names.from_scratch);
    read.roles.clone_from(&model.roles);
    read.default_privileges
        .clone_from(&model.default_privileges);
    read.extensions.clone_from(&model.extensions);
    Ok(read)
}

/// The names of Postgres schemas, and those in which the model is created.
struct Names {
    to_scratch: BTreeMap<String, String>,
    from_scratch: BTreeMap<String, String>,
}

/// Chooses a name for each Postgres schema of the model, and creates those that the model only mentions.
async fn scratch_names(connection: &mut PgConnection, model: &Model) -> Result<Names, NormalError> {
    let mut schemas: BTreeSet<&str> = model
        .namespaces
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    schemas.extend(named_schemas(model));
    let mut names = Names {
        to_scratch: BTreeMap::new(),
        from_scratch: BTreeMap::new(),
    };
    for (i, schema) in schemas.into_iter().enumerate() {
        let scratch = format!("{SCRATCH}_{i}");
        names.to_scratch.insert(schema.to_owned(), scratch.clone());
        names
            .from_scratch
            .insert(scratch.clone(), schema.to_owned());
        if !model.namespaces.iter().any(|one| one.name == schema) {
            run(
                connection,
                &format!("create schema {}", quote::name(&scratch)),
            )
            .await?;
        }
    }
    Ok(names)
}

/// Returns the Postgres schemas in the names of objects.
fn named_schemas(model: &Model) -> impl Iterator<Item = &str> {
    let enums = model.enums.iter().map(|one| &one.name);
    let domains = model.domains.iter().map(|one| &one.name);
    let composites = model.composites.iter().map(|one| &one.name);
    let sequences = model.sequences.iter().map(|one| &one.name);
    let routines = model.routines.iter().map(|one| &one.name);
    let tables = model.tables.iter().map(|one| &one.name);
    let views = model.views.iter().map(|one| &one.name);
    let types = enums.chain(domains).chain(composites);
    let names = types
        .chain(sequences)
        .chain(routines)
        .chain(tables)
        .chain(views);
    names.filter_map(|name| name.schema.as_deref())
}

async fn create_extensions(
    connection: &mut PgConnection,
    extensions: &[Extension],
) -> Result<(), NormalError> {
    for extension in extensions {
        let name = quote::name(&extension.name);
        run(
            connection,
            &format!("create extension if not exists {name}"),
        )
        .await?;
    }
    Ok(())
}

async fn run(connection: &mut PgConnection, statement: &str) -> Result<(), NormalError> {
    let result = connection
        .execute(AssertSqlSafe(statement.to_owned()))
        .await;
    match result {
        Ok(_) => Ok(()),
        Err(source) => Err(NormalError::Statement {
            statement: statement.to_owned(),
            source,
        }),
    }
}
