//! Behaviours that users of other tools rely on: [`behaviours.md`](behaviours.md) names a test or a reason for each.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, which fail with a panic"
)]

mod page;

use schema_ddl::diff::Renames;
use schema_ddl::model::Model;
use schema_kit::introspect::{self, Scope};
use schema_kit::migrate::{Folder, Migrator};
use schema_kit::plan::{Apply, Plan};
use schema_tests::db::{self, TestDb};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};

/// Two schemas with a word about their difference.
struct Case {
    name: &'static str,
    from: &'static str,
    to: &'static str,
}

/// The pairs of `cases.sql`.
fn cases() -> impl Iterator<Item = Case> {
    let cases = include_str!("cases.sql").split("-- # ").skip(1);
    cases.map(|case| {
        let (name, case) = case.split_once('\n').unwrap();
        let (from, to) = case.split_once("-- becomes\n").unwrap();
        Case { name, from, to }
    })
}

/// Runs SQL in the empty namespace of the test, and returns the schema.
async fn create(connection: &mut PgConnection, db: &TestDb, sql: &str) -> Model {
    let schema = db.schema();
    let sql = format!("drop schema {schema} cascade; create schema {schema}; {sql}");
    let run = sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut *connection);
    run.await.unwrap();
    // The types of the schema that was dropped have other ids.
    connection.clear_cached_statements().await.unwrap();
    read(connection).await
}

async fn read(connection: &mut PgConnection) -> Model {
    let read = introspect::read(connection, &Scope::default()).await;
    read.unwrap().model
}

/// Changes the schema into another one, and returns what is different then.
async fn change(connection: &mut PgConnection, wanted: &Model) -> Vec<String> {
    let plan = Plan::new(&read(connection).await, wanted, &Renames::default()).unwrap();
    assert!(!plan.is_empty());
    let apply = Apply {
        allow_data_loss: true,
        runner: Migrator::new(Folder::default()),
        options: None,
    };
    if let Err(error) = plan.apply(connection, &apply).await {
        return vec![format!("{error:?}"), plan.sql()];
    }
    connection.clear_cached_statements().await.unwrap();
    let after = read(connection).await;
    let rest = Plan::new(&after, wanted, &Renames::default()).unwrap();
    rest.statements().map(str::to_owned).collect()
}

#[test]
fn each_schema_becomes_the_other_one_and_back() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let mut failures = Vec::new();
        for case in cases() {
            let to = create(&mut connection, &db, case.to).await;
            let from = create(&mut connection, &db, case.from).await;
            for wanted in [&to, &from] {
                let rest = change(&mut connection, wanted).await;
                if !rest.is_empty() {
                    let name = case.name;
                    failures.push(format!("{name}, back: {}: {rest:?}", wanted == &from));
                    break;
                }
            }
        }
        assert!(failures.is_empty(), "{}", failures.join("\n"));
    });
}
