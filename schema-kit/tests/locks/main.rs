//! Measures the locks, rewrites and scans of changes on a real server, and proves that the dangers that are announced are
//! these. The result is `docs/locks.md`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests, which fail with a panic"
)]

mod agree;
mod cases;
mod counts;
mod measure;
mod outside;
mod page;

use schema_ddl::hazard;
use schema_ddl::model::Model;
use schema_kit::introspect::{self, Scope};
use schema_tests::db::{self, TestDb};
use sqlx::{AssertSqlSafe, PgConnection};

use self::cases::Case;
use self::measure::Measured;

#[test]
fn changes_do_what_is_announced() {
    db::run(async |db| {
        let version = db.server_version_num() / 10_000;
        let mut connection = db.pool().acquire().await.unwrap();
        let mut cells = Vec::new();
        let mut wrong = Vec::new();
        for case in cases::inside() {
            if version < case.since {
                cells.push((case, String::from("–")));
                continue;
            }
            let before = set_up(&mut connection, &db, &case).await;
            let measured = measure::inside(&mut connection, &case).await;
            judge(&case, &before, &measured, &mut wrong);
            cells.push((case, cell(&measured)));
        }
        execute(&mut connection, "reset timezone").await;
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        if page::VERSIONS.contains(&version) {
            page::check(version, &cells);
        }
    });
}

/// Compares what is announced for a change with what it did.
fn judge(case: &Case, before: &Model, measured: &[Measured], wrong: &mut Vec<String>) {
    let hazards = hazard::hazards(case.change, before);
    for difference in agree::differences(&hazards, measured) {
        wrong.push(format!(
            "{} [{}]\n    {difference}",
            case.change, case.given
        ));
    }
}

fn cell(measured: &[Measured]) -> String {
    let words: Vec<String> = measured.iter().map(Measured::to_string).collect();
    words.join("; ")
}

/// Creates the tables of a case, and reads the schema.
async fn set_up(connection: &mut PgConnection, db: &TestDb, case: &Case) -> Model {
    let schema = db.schema();
    let tables = cases::TABLES;
    let given = case.given;
    execute(
        connection,
        &format!("drop schema {schema} cascade; create schema {schema}; reset timezone; {tables}; {given}"),
    )
    .await;
    let read = introspect::read(connection, &Scope::default())
        .await
        .unwrap();
    read.model
}

async fn execute(connection: &mut PgConnection, sql: &str) {
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(connection)
        .await
        .unwrap_or_else(|error| panic!("{sql}: {error}"));
}
