//! Reads the queries of this test program, and checks them on a server.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests, which fail with a panic"
)]

mod broken;
mod check;
mod columns;
mod distance;
mod parameters;
mod program;
mod read;
mod schemas;

use schema_core::ddl::Schema;
use schema_ddl::model::{Model, Name};
use schema_kit::queries::{self, Broken, Found, Options, Problem, Report};
use schema_tests::db;

/// The model of tables, without extensions: the test database has them.
fn model(schema: &Schema) -> Model {
    let mut model = schema.model().unwrap();
    model.extensions.clear();
    model
}

/// Checks queries against a model in which these tables are large.
#[track_caller]
fn check(found: &[Found], model: &Model, large: &[&str]) -> Vec<Report> {
    let large = large.iter().map(|name| Name::new(*name)).collect();
    let mut result = None;
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let reports = queries::check(&mut connection, found, model, &Options { large }).await;
        result = Some(reports.unwrap());
    });
    result.unwrap()
}

/// Checks one query whose columns are not known.
#[track_caller]
fn check_one(sql: &str, model: &Model, large: &[&str]) -> Report {
    let mut reports = check(&[Found::new(sql)], model, large);
    assert_eq!(reports.len(), 1);
    reports.remove(0)
}

/// Returns the messages.
fn messages(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(Problem::to_string).collect()
}

#[track_caller]
fn broken_by(found: &[Found], from: &Model, to: &Model) -> Vec<Broken> {
    let mut result = None;
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let broken = queries::broken_by(&mut connection, found, from, to).await;
        result = Some(broken.unwrap());
    });
    result.unwrap()
}

/// Returns true if the test database has an extension.
fn has_extension(name: &'static str) -> bool {
    let mut has = false;
    db::run(async |db| {
        let query = "select exists (select from pg_extension where extname = $1)";
        let query = sqlx::query_scalar(query).bind(name);
        has = query.fetch_one(db.pool()).await.unwrap();
    });
    has
}
