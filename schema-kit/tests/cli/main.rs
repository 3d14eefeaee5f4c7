//! The commands, as a program runs them.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests, which fail with a panic"
)]

mod access;
mod bad_input;
mod check;
mod diff;
mod generate;
mod kept;
mod lock;
mod online;
mod online_type;
mod pull;
mod push;
mod reset;
mod squash;
mod storage;
mod storage_rows;
mod tables;
mod views;

use schema_core::ddl::Schema;
use schema_kit::cli::{Outcome, execute};
use schema_tests::db::TestDb;
use sqlx::AssertSqlSafe;

/// Runs a command with `--json`, so that it prints and asks nothing.
async fn run(schema: Option<Schema>, args: &[&str]) -> Outcome {
    let mut all = vec!["schema", "--json"];
    all.extend(args);
    execute(schema, all).await.unwrap()
}

/// Runs a command on the test's namespace.
async fn run_on(db: &TestDb, schema: Schema, args: &[&str]) -> Outcome {
    let mut all = vec!["--database-url", db.url()];
    all.extend(args);
    run(Some(schema), &all).await
}

/// The statements of the plan in the result.
fn statements(outcome: &Outcome) -> Vec<&str> {
    let changes = outcome.data["plan"]["changes"].as_array();
    let changes = changes.unwrap_or_else(|| panic!("no plan in {outcome:?}"));
    changes
        .iter()
        .flat_map(|change| change["statements"].as_array().unwrap())
        .map(|statement| statement.as_str().unwrap())
        .collect()
}

/// The message of an error and its causes.
fn message(outcome: &Outcome) -> String {
    outcome.text.trim_end().to_owned()
}

async fn execute_sql(db: &TestDb, sql: &str) {
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(db.pool())
        .await
        .unwrap();
}

/// The values of one column as text.
async fn values(db: &TestDb, sql: &str) -> Vec<String> {
    sqlx::query_scalar(AssertSqlSafe(sql.to_owned()))
        .fetch_all(db.pool())
        .await
        .unwrap()
}
