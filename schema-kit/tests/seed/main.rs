//! Fills tables on a real server.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests, which fail with a panic"
)]

mod checks;
mod cycles;
mod examples;
mod keys;
mod options;
mod partitions;
mod refused;
mod types;

use schema_ddl::model::{Model, Name};
use schema_kit::introspect::{self, Scope};
use schema_kit::seed::{Event, SeedError, SeedOptions, Seeded};
use schema_tests::db::{self, TestDb};
use sqlx::{AssertSqlSafe, PgConnection};

/// Nobody is interested in the progress.
fn quiet(_: &Event<'_>) {}

async fn execute(connection: &mut PgConnection, sql: &str) {
    sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(connection)
        .await
        .unwrap();
}

async fn model(connection: &mut PgConnection) -> Model {
    introspect::read(connection, &Scope::default())
        .await
        .unwrap()
        .model
}

/// Returns a single value as text.
async fn text(connection: &mut PgConnection, sql: &str) -> String {
    let value: Option<String> = sqlx::query_scalar(AssertSqlSafe(format!("select ({sql})::text")))
        .fetch_one(connection)
        .await
        .unwrap();
    value.unwrap_or_else(|| String::from("null"))
}

/// Returns all rows of all tables as text.
async fn dump(connection: &mut PgConnection, model: &Model) -> String {
    let mut dump = String::new();
    for table in &model.tables {
        let sql = format!(
            "select string_agg(t::text, E'\\n' order by t::text) from {} t",
            table.name
        );
        dump.push_str(&text(connection, &sql).await);
        dump.push('\n');
    }
    dump
}

fn rows(rows: u64) -> SeedOptions {
    SeedOptions {
        rows,
        ..SeedOptions::default()
    }
}

async fn seed(
    connection: &mut PgConnection,
    model: &Model,
    options: &SeedOptions,
) -> Result<Seeded, SeedError> {
    schema_kit::seed::seed(connection, model, options, &quiet).await
}

/// Creates tables with SQL, fills them with 60 rows each, and runs a test.
fn seeded(sql: &str, test: impl AsyncFnOnce(&mut PgConnection, Seeded)) {
    db::run(async |db: TestDb| {
        let mut connection = db.pool().acquire().await.unwrap();
        execute(&mut connection, sql).await;
        let model = model(&mut connection).await;
        let seeded = seed(&mut connection, &model, &rows(60)).await;
        test(
            &mut connection,
            seeded.unwrap_or_else(|error| panic!("{error}")),
        )
        .await;
    });
}

/// Creates tables with SQL, and returns the error of filling them. No table has rows afterwards.
fn error(sql: &str) -> String {
    let mut message = String::new();
    db::run(async |db: TestDb| {
        let mut connection = db.pool().acquire().await.unwrap();
        execute(&mut connection, sql).await;
        let model = model(&mut connection).await;
        let error = seed(&mut connection, &model, &rows(60)).await.unwrap_err();
        message = error.to_string();
        for table in &model.tables {
            let count = text(
                &mut connection,
                &format!("select count(*) from {}", table.name),
            )
            .await;
            assert_eq!(count, "0", "{}", table.name);
        }
    });
    message
}

/// Asserts that SQL is true.
async fn assert_true(connection: &mut PgConnection, sql: &str) {
    assert_eq!(text(connection, sql).await, "true", "{sql}");
}

fn count(seeded: &Seeded, table: &str) -> u64 {
    seeded.rows[&Name::new(table)]
}
