//! The pool cleans a connection before another user gets it.

use std::time::Duration;

use schema_core::pool::PoolOptions;
use schema_core::prelude::*;
use schema_tests::db;
use sqlx::Executor as _;
use tokio::time::timeout;

use crate::support::{Note, backend, eventually, ids, note, pool, pool_with};

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_transaction_begun_by_text_is_rolled_back() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        for begin in [
            "begin",
            "start transaction",
            "select 1; begin",
            "/* x */ begin",
        ] {
            pool.execute(begin).await.unwrap();
            Note.insert(note(1)).execute(&pool).await.unwrap();
            assert_eq!(ids(&db).await, [1], "{begin}");
            Note.delete().all_rows().execute(&pool).await.unwrap();
        }
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_transaction_begun_on_the_connection_of_sqlx_is_rolled_back() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        for failing in [false, true] {
            let mut connection = pool.acquire().await.unwrap();
            let raw = connection.as_sqlx().await.unwrap();
            raw.execute("begin").await.unwrap();
            Note.insert(note(1)).execute(&mut *raw).await.unwrap();
            if failing {
                raw.execute("select 1 / 0").await.unwrap_err();
            }
            drop(connection);

            Note.insert(note(2)).execute(&pool).await.unwrap();

            assert_eq!(ids(&db).await, [2]);
            Note.delete().all_rows().execute(&pool).await.unwrap();
        }
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn the_error_of_a_dropped_statement_is_not_reported_to_the_next() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        let mut connection = pool.acquire().await.unwrap();
        let failing =
            sqlx::query("select 1 / (select 0 from pg_sleep(0.1))").execute(&mut connection);
        timeout(Duration::from_millis(50), failing)
            .await
            .unwrap_err();

        // On the same connection, and on the pool.
        Note.insert(note(1)).execute(&mut connection).await.unwrap();
        drop(connection);
        let failing = sqlx::query("select 1 / (select 0 from pg_sleep(0.1))").execute(&pool);
        timeout(Duration::from_millis(50), failing)
            .await
            .unwrap_err();
        Note.insert(note(2)).execute(&pool).await.unwrap();

        assert_eq!(ids(&db).await, [1, 2]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_stream_dropped_half_way_leaves_no_rows_for_the_next_statement() {
    use futures_util::TryStreamExt as _;

    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        Note.insert_many((0..5000).map(note).collect::<Vec<_>>())
            .execute(&pool)
            .await
            .unwrap();
        for _ in 0..5 {
            let mut rows = Note.select().order_by(Note.id.asc()).fetch(&pool);
            assert_eq!(rows.try_next().await.unwrap().unwrap().id, 0);
            drop(rows);
            let one = Note
                .select()
                .filter(Note.id.eq(7))
                .fetch_all(&pool)
                .await
                .unwrap();
            assert_eq!(
                one,
                [Note {
                    id: 7,
                    title: "note 7".into()
                }]
            );
        }
        assert_eq!(pool.metrics().discarded, 0);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_statement_that_does_not_end_costs_its_connection_only() {
    db::run_concurrent(async |db| {
        let options = PoolOptions::new()
            .max_connections(1)
            .clean_up_timeout(Duration::from_millis(100));
        let pool = pool_with(&db, options).await;
        let stuck = backend(&pool).await;
        timeout(
            Duration::from_millis(50),
            sqlx::query("select pg_sleep(60)").execute(&pool),
        )
        .await
        .unwrap_err();

        let next = backend(&pool).await;

        assert_ne!(stuck, next);
        assert_eq!(pool.metrics().discarded, 1);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_connection_returned_outside_of_a_runtime_is_closed_if_it_is_not_clean() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        let mut transaction = pool.begin().await.unwrap();
        Note.insert(note(1))
            .execute(&mut transaction)
            .await
            .unwrap();
        std::thread::spawn(move || drop(transaction))
            .join()
            .unwrap();

        assert_eq!(ids(&db).await, Vec::<i32>::new());
        Note.insert(note(2)).execute(&pool).await.unwrap();
        eventually("it was rolled back", async || ids(&db).await == [2]).await;
        assert_eq!(pool.metrics().discarded, 1);
    });
}
