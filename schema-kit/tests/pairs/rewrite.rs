//! The files of tables: a table that is written again gets another one.

use std::collections::BTreeMap;

use schema_ddl::hazard::{HazardKind, Rule};
use schema_ddl::model::{Model, Name};
use schema_kit::plan::Plan;
use sqlx::PgConnection;

/// The name and the file of each table with rows of its own, by the number that the table keeps.
pub(crate) type Files = BTreeMap<i64, (String, i64)>;

/// Reads the files of all tables of the test's schema.
pub(crate) async fn files(connection: &mut PgConnection) -> Files {
    let rows: Vec<(i64, String, i64)> = sqlx::query_as(
        "select oid::bigint, relname::text, pg_relation_filenode(oid)::bigint from pg_class \
         where relkind = 'r' and relnamespace = current_schema()::regnamespace",
    )
    .persistent(false)
    .fetch_all(connection)
    .await
    .unwrap();
    rows.into_iter()
        .map(|(oid, name, file)| (oid, (name, file)))
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
        let Some((_, old)) = before.get(oid) else {
            continue;
        };
        if old == file {
            continue;
        }
        rewritten += 1;
        if !is_said(plan, models, &Name::new(name)) {
            return Err(format!(
                "table \"{name}\" was written again, and no danger says so"
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
