//! Statements that are prepared under a name fail behind `PgBouncer` 1.18 in transaction mode. So the setting is needed.

use std::time::Duration;

use schema_core::Pool;
use schema_core::pool::{PoolOptions, Statements};
use schema_core::prelude::*;
use sqlx::error::DatabaseError;
use sqlx::postgres::PgPoolOptions;
use tokio::task::JoinSet;

use crate::db;
use crate::support::{Note, note, pool};

/// The error code of "prepared statement does not exist", and of one that exists already.
const CODES: [&str; 2] = ["26000", "42P05"];

/// Reads rows with several tasks at a time, and returns the codes of the errors.
async fn codes_of_errors<E>(executor: &E) -> Vec<String>
where
    E: Clone + Send + Sync + 'static,
    for<'c> &'c E: sqlx::PgExecutor<'c>,
{
    let mut tasks = JoinSet::new();
    for id in 0..8 {
        let executor = executor.clone();
        tasks.spawn(async move {
            let mut codes = Vec::new();
            for _ in 0..50 {
                let found = sqlx::query("select id from notes where id = $1")
                    .bind(id)
                    .fetch_optional(&executor)
                    .await;
                if let Err(error) = found {
                    let error = error.as_database_error().and_then(DatabaseError::code);
                    codes.push(error.map(Into::into).unwrap_or_default());
                }
            }
            codes
        });
    }
    tasks.join_all().await.concat()
}

fn all_are_about_prepared_statements(codes: &[String]) -> bool {
    !codes.is_empty() && codes.iter().all(|code| CODES.contains(&code.as_str()))
}

#[test]
fn the_default_of_sqlx_fails() {
    db::run(async |db| {
        pool(&db, 1).await;
        let pool = PgPoolOptions::new()
            .max_connections(8)
            .connect_with(db.connect_options().clone())
            .await
            .unwrap();

        let codes = codes_of_errors(&pool).await;

        assert!(all_are_about_prepared_statements(&codes), "{codes:?}");
        pool.close().await;
    });
}

#[test]
fn named_statements_fail() {
    db::run(async |db| {
        pool(&db, 1).await;
        let pool: Pool = PoolOptions::new()
            .max_connections(8)
            .statements(Statements::Named)
            .connect_with(db.connect_options().clone())
            .await
            .unwrap();

        let codes = codes_of_errors(&pool).await;

        assert!(all_are_about_prepared_statements(&codes), "{codes:?}");
        pool.close(Duration::from_secs(5)).await;
    });
}

#[test]
fn unnamed_statements_succeed() {
    db::run(async |db| {
        let pool = pool(&db, 8).await;
        Note.insert(note(1)).execute(&pool).await.unwrap();

        assert_eq!(codes_of_errors(&pool).await, [""; 0]);
    });
}
