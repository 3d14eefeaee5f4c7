//! A model, created in Postgres schemas of its own inside a transaction.

use std::collections::{BTreeMap, BTreeSet};

use schema_ddl::diff::{Renames, diff};
use schema_ddl::model::{Extension, Model};
use schema_ddl::sql::quote;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};

use super::{NormalError, access};

/// The schema with the objects whose names have no schema, and the beginning of the names of the others.
pub(crate) const SCRATCH: &str = "schema_kit_scratch";

/// The names of Postgres schemas, and those in which the model is created.
pub(super) struct Names {
    pub(super) to_scratch: BTreeMap<String, String>,
    pub(super) from_scratch: BTreeMap<String, String>,
}

/// Creates a model under other names. Extensions, and everything in the connection's search path, are visible to it.
///
/// The connection must be in a transaction, which is rolled back.
pub(super) async fn create_renamed(
    connection: &mut PgConnection,
    model: &Model,
) -> Result<Names, NormalError> {
    create_extensions(connection, &model.extensions).await?;
    let names = other_names(model);
    let mut scratch = model.clone();
    scratch.rename_schemas(&names.to_scratch);
    create_mentioned(connection, &scratch).await?;
    let path = "select set_config('search_path', concat_ws(', ', $1, current_setting('search_path')), true)";
    create(connection, scratch, path).await?;
    Ok(names)
}

/// Creates a model with the names of its Postgres schemas, as statements use them, and returns these. Only this model and
/// the Postgres schemas of extensions are visible. A Postgres schema that exists gets another name until the rollback.
///
/// The connection must be in a transaction, which is rolled back.
pub(crate) async fn create_with_own_names(
    connection: &mut PgConnection,
    model: &Model,
) -> Result<BTreeSet<String>, NormalError> {
    create_extensions(connection, &model.extensions).await?;
    let schemas = schemas_of(model);
    let existing: Vec<String> = sqlx::query_scalar(
        "select nspname::text from pg_namespace where nspname = any($1) order by 1",
    )
    .bind(Vec::from_iter(&schemas))
    .persistent(false)
    .fetch_all(&mut *connection)
    .await?;
    for (i, schema) in existing.iter().enumerate() {
        let (schema, away) = (
            quote::name(schema),
            quote::name(&format!("{SCRATCH}_away_{i}")),
        );
        run(
            connection,
            &format!("alter schema {schema} rename to {away}"),
        )
        .await?;
    }
    create_mentioned(connection, model).await?;
    let path = "
        select set_config('search_path', concat_ws(', ', $1, string_agg(quote_ident(nspname), ', '), 'pg_temp'), true)
        from pg_namespace n
        where nspname <> 'pg_catalog' and exists (select from pg_extension x where x.extnamespace = n.oid)";
    create(connection, model.clone(), path).await?;
    Ok(schemas)
}

/// Creates the model. `path` sets the search path; `$1` is the first schema.
async fn create(
    connection: &mut PgConnection,
    mut model: Model,
    path: &'static str,
) -> Result<(), NormalError> {
    access::remove(&mut model);
    model.extensions.clear();
    // The body of a function can name objects of which the string does not tell that they are names.
    run(connection, "set local check_function_bodies = off").await?;
    let scratch = quote::name(SCRATCH);
    run(connection, &format!("create schema {scratch}")).await?;
    sqlx::query(path)
        .bind(scratch)
        .persistent(false)
        .execute(&mut *connection)
        .await?;
    let actions = diff(&Model::default(), &model, &Renames::default())?;
    let statements: Vec<&str> = actions
        .iter()
        .flat_map(|action| action.statements.iter().map(String::as_str))
        .collect();
    run_all(connection, &statements).await
}

/// Chooses another name for each Postgres schema of the model.
fn other_names(model: &Model) -> Names {
    let mut names = Names {
        to_scratch: BTreeMap::new(),
        from_scratch: BTreeMap::new(),
    };
    for (i, schema) in schemas_of(model).into_iter().enumerate() {
        let scratch = format!("{SCRATCH}_{i}");
        names.to_scratch.insert(schema.clone(), scratch.clone());
        names.from_scratch.insert(scratch, schema);
    }
    names
}

/// Creates the Postgres schemas that are only part of names.
async fn create_mentioned(connection: &mut PgConnection, model: &Model) -> Result<(), NormalError> {
    for schema in schemas_of(model) {
        if !model.namespaces.iter().any(|one| one.name == schema) {
            let schema = quote::name(&schema);
            run(connection, &format!("create schema {schema}")).await?;
        }
    }
    Ok(())
}

/// Returns the Postgres schemas of the model, also those that are only part of names.
pub(super) fn schemas_of(model: &Model) -> BTreeSet<String> {
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
    let mentioned = names.filter_map(|name| name.schema.clone());
    let own = model.namespaces.iter().map(|one| one.name.clone());
    own.chain(mentioned).collect()
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

/// The number of statements that are sent together, so that a large schema does not need a round trip for each.
const AT_ONCE: usize = 100;

async fn run_all(connection: &mut PgConnection, statements: &[&str]) -> Result<(), NormalError> {
    for part in statements.chunks(AT_ONCE) {
        let mut savepoint = connection.begin().await?;
        let sql = AssertSqlSafe(part.join("\n;\n"));
        if savepoint.execute(sql).await.is_ok() {
            savepoint.commit().await?;
            continue;
        }
        // One by one, to know which statement it is.
        savepoint.rollback().await?;
        for statement in part {
            run(connection, statement).await?;
        }
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
