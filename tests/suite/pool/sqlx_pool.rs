//! The option that protects sqlx's pool.

use std::time::Duration;

use schema_core::pool::roll_back_on_release;
use schema_core::prelude::*;
use schema_tests::db;
use sqlx::postgres::PgPoolOptions;
use tokio::time::timeout;

use crate::support::{Note, ids, note};

// Finding A1, with sqlx's own pool.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_dropped_begin_of_sqlx_does_not_swallow_the_next_statement() {
    db::run_concurrent(async |db| {
        schema![Note]
            .create()
            .unwrap()
            .execute(db.pool())
            .await
            .unwrap();
        let pool = PgPoolOptions::new()
            .max_connections(2)
            .after_release(roll_back_on_release)
            .connect_with(db.connect_options().clone())
            .await
            .unwrap();
        let mut acknowledged = Vec::new();
        for id in 0..300 {
            let limit = Duration::from_micros(u64::try_from(id).unwrap() * 3);
            drop(timeout(limit, pool.begin()).await);
            if Note.insert(note(id)).execute(&pool).await.is_ok() {
                acknowledged.push(id);
            }
        }
        assert_eq!(ids(&db).await, acknowledged);
        assert!(acknowledged.len() > 250, "{}", acknowledged.len());
    });
}
