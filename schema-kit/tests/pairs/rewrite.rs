//! The files of tables: a table that is written again gets another one.

use std::collections::BTreeMap;

use schema_ddl::hazard::{HazardKind, Rule};
use schema_ddl::model::{Model, Name};
use schema_kit::plan::Plan;
use sqlx::PgConnection;

/// The name and the file of each table with rows of its own, by the number that the table keeps.
pub(crate) type Files = BTreeMap<i64, (Name, i64)>;

/// Reads the files of all tables.
pub(crate) async fn files(connection: &mut PgConnection) -> Files {
    let rows: Vec<(i64, Option<String>, String, i64)> = sqlx::query_as(
        "select c.oid::bigint, nullif(n.nspname::text, current_schema()::text), c.relname::text, \
         pg_relation_filenode(c.oid)::bigint \
         from pg_class c join pg_namespace n on n.oid = c.relnamespace \
         where c.relkind = 'r' and c.oid >= 16384",
    )
    .persistent(false)
    .fetch_all(connection)
    .await
    .unwrap();
    rows.into_iter()
        .map(|(oid, schema, name, file)| (oid, (Name { schema, name }, file)))
        .collect()
}

/// Fails if a table got another file, and no danger of the plan says so.
pub(crate) fn check(
    plan: &Plan,
    models: [&Model; 2],
    before: &Files,
    after: &Files,
) -> Result<usize, String> {
    let mut rewritten = 0;
    for (oid, (name, file)) in after {
        let Some((old_name, old)) = before.get(oid) else {
            continue;
        };
        if old == file {
            continue;
        }
        rewritten += 1;
        let mut names = [old_name, name].into_iter();
        if !names.any(|name| is_said(plan, models, name)) {
            return Err(format!(
                "table {name} was written again, and no danger says so"
            ));
        }
    }
    Ok(rewritten)
}

/// True if the plan says that the table, or the one that it is a partition of, is written again.
fn is_said(plan: &Plan, models: [&Model; 2], table: &Name) -> bool {
    let mut tables = vec![table.clone()];
    for model in models {
        let known = model.table(table);
        let place = known.and_then(|table| table.partition_of.as_ref());
        tables.extend(place.map(|place| place.parent.clone()));
    }
    let dangers = plan.changes.iter().flat_map(|change| &change.dangers);
    let rewrites = dangers.filter(|danger| {
        danger.hazard.kind == HazardKind::Rewrite || danger.hazard.rule == Rule::Truncate
    });
    let mut named = rewrites.flat_map(|danger| danger.hazard.lock.iter());
    named.any(|lock| tables.iter().any(|table| lock.relations.contains(table)))
}
