//! The checks of one pair of schemas: the first is created and filled, and becomes the second.

use std::collections::BTreeMap;

use schema_ddl::diff::{Renames, Transaction};
use schema_ddl::model::{DataType, Model, Table};
use schema_ddl::online::OnlineOptions;
use schema_ddl::sql::quote;
use schema_kit::introspect::{self, Scope};
use schema_kit::normal;
use schema_kit::plan::Plan;
use sqlx::{AssertSqlSafe, Executor as _, PgConnection};

use crate::apply::{apply, apply_begin, listed};
use crate::dump::{difference, dump};
use crate::rewrite;

/// The rows of each table of the first schema.
const ROWS: i64 = 3;

/// The result of a pair.
#[derive(Debug, Default)]
pub(crate) struct Proof {
    /// The number of changes.
    pub(crate) actions: usize,
    /// True if the plan has more than one transaction.
    pub(crate) split: bool,
    /// The number of tables that were written again.
    pub(crate) rewritten: usize,
    /// The error of the server, if the rows do not fit the second schema.
    pub(crate) refused: Option<String>,
}

/// How the second schema is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Plain,
    Online,
    /// As online, but the plan ends half way, and another one does the rest.
    Interrupted,
}

/// Creates the first schema with rows, changes it to the second one, and compares.
pub(crate) async fn prove(
    connection: &mut PgConnection,
    url: &str,
    way: Way,
    first: &Model,
    second: &Model,
) -> Result<Proof, String> {
    clear(connection).await;
    create(connection, first).await?;
    fill(connection, first).await;
    let before = read(connection).await?;
    let wanted = normal::normal(connection, second)
        .await
        .map_err(|error| format!("the normal form of the second schema: {error}"))?;
    let survivors = survivors(connection, &before, &wanted).await;
    let files = rewrite::files(connection).await;

    let mut plan = match way {
        Way::Plain => changes(&before, &wanted)?,
        Way::Online | Way::Interrupted => online(connection, &before, &wanted)?,
    };
    let mut proof = Proof {
        actions: plan.changes.len(),
        split: plan.changes.iter().any(|change| {
            !matches!(
                change.transaction,
                Transaction::Inside | Transaction::CommitAfter
            )
        }),
        ..Proof::default()
    };
    let mut result = match way {
        Way::Interrupted => apply_begin(connection, &plan, plan.changes.len() / 2).await,
        _ => apply(connection, &plan).await,
    };
    if way == Way::Interrupted && result.is_ok() {
        let now = read(connection).await?;
        let rest = online(connection, &now, &wanted)?;
        result = apply(connection, &rest).await;
        plan.changes.extend(rest.changes);
    }
    if let Err(refused) = result {
        let (statement, error) = (&refused.statement, &refused.error);
        if !refused.is_by_rows() {
            return Err(format!("`{statement}`: {error} in\n{}", listed(&plan)));
        }
        let after = read(connection).await?;
        match way {
            Way::Plain if after != before => {
                return Err(format!("`{statement}` failed and something changed"));
            }
            // The steps before it are made, and the way back is open.
            Way::Online | Way::Interrupted => back(connection, &after, &before).await?,
            Way::Plain => {}
        }
        proof.refused = Some(refused.code());
        return Ok(proof);
    }
    let after = read(connection).await?;
    let rest = changes(&after, &wanted)?;
    if !rest.is_empty() {
        return Err(format!(
            "these changes remain:\n{}\nafter:\n{}",
            listed(&rest),
            listed(&plan)
        ));
    }
    let now = rewrite::files(connection).await;
    proof.rewritten = rewrite::check(&plan, [&before, &wanted], &files, &now)
        .map_err(|error| format!("{error} in\n{}", listed(&plan)))?;
    for (query, expected) in survivors {
        let found = rows(connection, &query).await;
        if found != expected {
            return Err(format!(
                "`{query}` returned {expected:?} and returns {found:?} after\n{}",
                listed(&plan)
            ));
        }
    }
    let changed = dump(connection, url).await;
    back(connection, &after, &before).await?;
    clear(connection).await;
    create(connection, second).await?;
    if let Some(difference) = difference(&changed, &dump(connection, url).await) {
        return Err(format!(
            "`pg_dump` differs:\n{difference}\nafter\n{}",
            listed(&plan)
        ));
    }
    Ok(proof)
}

/// Changes the schema back, as a `down` migration does.
async fn back(connection: &mut PgConnection, after: &Model, before: &Model) -> Result<(), String> {
    let plan = changes(after, before)?;
    if let Err(refused) = apply(connection, &plan).await {
        if refused.is_by_rows() {
            return Ok(());
        }
        return Err(format!(
            "back: `{}`: {} in\n{}",
            refused.statement,
            refused.error,
            listed(&plan)
        ));
    }
    let rest = changes(&read(connection).await?, before)?;
    if rest.is_empty() {
        Ok(())
    } else {
        Err(format!("back: these changes remain:\n{}", listed(&rest)))
    }
}

fn changes(from: &Model, to: &Model) -> Result<Plan, String> {
    Plan::new(from, to, &Renames::default()).map_err(|error| error.to_string())
}

fn online(connection: &PgConnection, from: &Model, to: &Model) -> Result<Plan, String> {
    let options = OnlineOptions {
        server_version: connection
            .server_version_num()
            .map(|number| number / 10_000),
    };
    Plan::online(from, to, &Renames::default(), &options).map_err(|error| error.to_string())
}

/// Drops everything in the test's schema.
async fn clear(connection: &mut PgConnection) {
    let schema: String = sqlx::query_scalar("select current_schema()::text")
        .fetch_one(&mut *connection)
        .await
        .unwrap();
    let schema = quote::name(&schema);
    let sql = format!("drop schema {schema} cascade; create schema {schema}");
    connection.execute(AssertSqlSafe(sql)).await.unwrap();
}

async fn read(connection: &mut PgConnection) -> Result<Model, String> {
    let scope = Scope {
        grants: true,
        ..Scope::default()
    };
    let read = introspect::read(connection, &scope)
        .await
        .map_err(|error| error.to_string())?;
    if read.unmodelled.is_empty() {
        Ok(Model {
            extensions: vec![],
            ..read.model
        })
    } else {
        Err(format!("not modelled: {:?}", read.unmodelled))
    }
}

async fn create(connection: &mut PgConnection, model: &Model) -> Result<(), String> {
    let plan = changes(&Model::default(), model)?;
    apply(connection, &plan).await.map_err(|refused| {
        format!(
            "create: `{}`: {} in\n{}",
            refused.statement,
            refused.error,
            listed(&plan)
        )
    })
}

/// Inserts rows that satisfy every check. The foreign keys are NULL.
async fn fill(connection: &mut PgConnection, model: &Model) {
    connection
        .execute("set session_replication_role = replica")
        .await
        .unwrap();
    for table in model
        .tables
        .iter()
        .filter(|table| table.partition_of.is_none())
    {
        for id in 1..=ROWS {
            if let Some(insert) = insert(model, table, id) {
                let result = connection.execute(AssertSqlSafe(insert.clone())).await;
                // A partitioned table may have no partition for the row.
                assert!(
                    result.is_ok() || table.partition_by.is_some(),
                    "{insert}: {result:?}"
                );
            }
        }
    }
    connection
        .execute("set session_replication_role = default")
        .await
        .unwrap();
}

fn insert(model: &Model, table: &Table, id: i64) -> Option<String> {
    let columns = table.columns.iter();
    let written = columns.filter(|column| column.generated.is_none());
    let written: Vec<_> = written.collect();
    let names: Vec<String> = written
        .iter()
        .map(|column| quote::name(&column.name))
        .collect();
    let values: Vec<String> = written
        .iter()
        .map(|column| match column.name.as_str() {
            "id" => id.to_string(),
            "ref" => "null".to_owned(),
            _ => value(model, &column.data_type.to_string(), id),
        })
        .collect();
    (!names.is_empty()).then(|| {
        format!(
            "insert into {} ({}) overriding system value values ({})",
            table.name,
            names.join(", "),
            values.join(", ")
        )
    })
}

/// A value that satisfies every check of its type.
fn value(model: &Model, data_type: &str, id: i64) -> String {
    match data_type {
        "integer" | "bigint" | "numeric(12,2)" | "numeric(14,3)" => id.to_string(),
        "boolean" => "true".to_owned(),
        "timestamp with time zone" => "'2025-06-01 00:00:00+00'".to_owned(),
        "date" => format!("'2025-06-0{id}'"),
        "jsonb" => "'{\"a\": 1}'".to_owned(),
        "uuid" => format!("'00000000-0000-0000-0000-00000000000{id}'"),
        "integer[]" => format!("'{{{id}}}'"),
        "int4range" => format!("'[{id},{id}]'"),
        "\"place\"" => {
            let place = model.composites.iter().find(|def| def.name.name == "place");
            match place.map_or(0, |place| place.fields.len()) {
                1 => "'(1)'".to_owned(),
                2 => "'(1,a)'".to_owned(),
                _ => "'(1,a,2)'".to_owned(),
            }
        }
        "\"mood\"" => {
            let mood = model.enums.iter().find(|def| def.name.name == "mood");
            let label = mood.and_then(|def| def.labels.first());
            label.map_or_else(|| "null".to_owned(), |label| quote::literal(label))
        }
        _ => format!("'x{id}'"),
    }
}

/// Queries of the values that must survive, with their results: of each table in both schemas, the columns with the same
/// type in both.
async fn survivors(
    connection: &mut PgConnection,
    before: &Model,
    wanted: &Model,
) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    for old in &before.tables {
        let Some(new) = wanted.table(&old.name) else {
            continue;
        };
        // A partition can be detached or dropped, and its rows are then no longer in the partitioned table.
        if old.partition_of.is_some() || old.partition_by.is_some() || new.partition_by.is_some() {
            continue;
        }
        // A field of a composite type that is dropped takes its values with it.
        let is_row = |data_type: &DataType| {
            before
                .composites
                .iter()
                .any(|def| def.name == data_type.name)
        };
        let kept = old.columns.iter().filter(|column| {
            column.generated.is_none()
                && !is_row(&column.data_type)
                && new
                    .column(&column.name)
                    .is_some_and(|new| new.data_type == column.data_type && new.generated.is_none())
        });
        let kept: Vec<String> = kept
            .map(|column| format!("{}::text", quote::name(&column.name)))
            .collect();
        if kept.is_empty() {
            continue;
        }
        let query = format!(
            "select concat_ws('|', {}) from only {} order by 1",
            kept.join(", "),
            old.name
        );
        let result = rows(connection, &query).await;
        all.insert(query, result);
    }
    all
}

async fn rows(connection: &mut PgConnection, query: &str) -> Vec<String> {
    sqlx::query_scalar(AssertSqlSafe(query.to_owned()))
        .persistent(false)
        .fetch_all(connection)
        .await
        .unwrap()
}
