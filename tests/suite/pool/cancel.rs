//! Futures dropped at every await.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use schema_core::pool::{PoolOptions, Statements};
use schema_core::prelude::*;
use schema_core::{Error, Pool};
use schema_tests::db;
use tokio::time::timeout;

use crate::support::{Note, connections, eventually, ids, note, pool, pool_with};

/// Polls a future at most this often, then drops it. Returns its result if it was ready.
async fn polls<T>(most: usize, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut left = most;
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        future.as_mut().poll(context).map(Some)
    })
    .await
}

// Finding A1.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_dropped_begin_does_not_swallow_the_next_statement() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 2).await;
        let mut acknowledged = Vec::new();
        for id in 0..200 {
            let limit = Duration::from_micros(u64::try_from(id).unwrap() * 5);
            drop(timeout(limit, pool.begin()).await);
            Note.insert(note(id)).execute(&pool).await.unwrap();
            acknowledged.push(id);
        }
        assert_eq!(ids(&db).await, acknowledged);
    });
}

/// Begins, inserts, nests, and commits.
async fn work(pool: &Pool, id: i32) -> Result<(), Error> {
    let mut transaction = pool.begin().await?;
    Note.insert(note(id)).execute(&mut transaction).await?;
    let mut nested = transaction.begin().await?;
    Note.insert(note(id + 10_000)).execute(&mut nested).await?;
    nested.commit().await?;
    let mut nested = transaction.begin().await?;
    Note.insert(note(id + 20_000)).execute(&mut nested).await?;
    nested.rollback().await?;
    transaction.commit().await
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_transaction_dropped_at_any_await_is_all_or_nothing() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        let mut finished = 0;
        for id in 0..60 {
            let done = polls(usize::try_from(id).unwrap(), work(&pool, id)).await;
            // The next statement on the same connection is not affected.
            Note.insert(note(id + 30_000)).execute(&pool).await.unwrap();
            let found = ids(&db).await;
            let whole = [found.contains(&id), found.contains(&(id + 10_000))];
            assert!(
                whole == [true, true] || whole == [false, false],
                "{id}: {whole:?}"
            );
            assert!(!found.contains(&(id + 20_000)) && found.contains(&(id + 30_000)));
            if let Some(done) = done {
                done.unwrap();
                finished += 1;
                assert_eq!(whole, [true, true]);
            }
        }
        assert!((1..60).contains(&finished), "{finished}");
    });
}

// Related to A1: the connection stays in use, so nothing cleans it up in between.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_dropped_begin_on_a_connection_does_not_swallow_the_next_statement() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        let mut connection = pool.acquire().await.unwrap();
        for id in 0..60 {
            // The number of polls until the server has answered differs, so a few times each.
            let most_polls = usize::try_from(id / 10).unwrap();
            drop(polls(most_polls, connection.begin()).await);
            Note.insert(note(id))
                .execute(&mut connection)
                .await
                .unwrap();
            assert!(ids(&db).await.contains(&id), "{id}");
        }
    });
}

// Related to A1: an unnamed statement runs in a transaction of its own.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_dropped_unnamed_statement_does_not_swallow_the_next() {
    db::run_concurrent(async |db| {
        let options = PoolOptions::new()
            .max_connections(1)
            .statements(Statements::Unnamed);
        let pool = pool_with(&db, options).await;
        let mut connection = pool.acquire().await.unwrap();
        let mut finished = 0;
        for most in 0..30 {
            let dropped = Note.insert(note(most + 100)).execute(&mut connection);
            let dropped = polls(usize::try_from(most).unwrap(), dropped).await;
            finished += usize::from(dropped.is_some());
            Note.insert(note(most))
                .execute(&mut connection)
                .await
                .unwrap();
            assert!(ids(&db).await.contains(&most), "{most}");
        }
        assert!((1..30).contains(&finished), "{finished}");
    });
}

// Related to A1: a nested `begin` of sqlx that is dropped rolls back the whole transaction.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_dropped_nested_begin_leaves_the_outer_transaction_alone() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        for most in 0..12 {
            let mut transaction = pool.begin().await.unwrap();
            Note.insert(note(most))
                .execute(&mut transaction)
                .await
                .unwrap();
            {
                let begin = polls(usize::try_from(most).unwrap(), transaction.begin()).await;
                drop(begin);
            }
            Note.insert(note(most + 100))
                .execute(&mut transaction)
                .await
                .unwrap();
            assert!(
                !ids(&db).await.contains(&(most + 100)),
                "committed too early"
            );
            transaction.commit().await.unwrap();
            let found = ids(&db).await;
            assert!(found.contains(&most) && found.contains(&(most + 100)));
        }
    });
}

/// How a nested transaction ends, before its future is dropped.
#[derive(Debug, Clone, Copy, PartialEq)]
enum End {
    Commit,
    RollBack,
}

// The outer transaction goes on.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_nested_transaction_may_be_dropped_while_it_ends() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        let mut id = 0;
        for end in [End::Commit, End::RollBack] {
            for most in 0..12 {
                id += 2;
                let mut transaction = pool.begin().await.unwrap();
                Note.insert(note(id))
                    .execute(&mut transaction)
                    .await
                    .unwrap();
                let mut nested = transaction.begin().await.unwrap();
                Note.insert(note(id + 1))
                    .execute(&mut nested)
                    .await
                    .unwrap();
                let done = match end {
                    End::Commit => polls(most, nested.commit()).await,
                    End::RollBack => polls(most, nested.rollback()).await,
                };
                // Works, and twice.
                Note.update()
                    .set(Note.title, "a")
                    .filter(Note.id.eq(id))
                    .execute(&mut transaction)
                    .await
                    .unwrap();
                let mut next = transaction.begin().await.unwrap();
                Note.update()
                    .set(Note.title, "b")
                    .filter(Note.id.eq(id))
                    .execute(&mut next)
                    .await
                    .unwrap();
                next.commit().await.unwrap();
                transaction.commit().await.unwrap();

                let found = ids(&db).await;
                assert!(found.contains(&id), "{end:?} {most}");
                if done.is_some() {
                    assert_eq!(found.contains(&(id + 1)), end == End::Commit, "{most}");
                }
            }
        }
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_cancelled_wait_leaves_its_connection_attempt_to_the_next() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 4).await;
        let held = pool.acquire().await.unwrap();
        for _ in 0..20 {
            // Starts an attempt and gives up.
            drop(polls(1, pool.acquire()).await);
        }
        let second = pool.acquire().await.unwrap();
        // No more connections were opened than the pool may have, and none was thrown away.
        let metrics = pool.metrics();
        assert!((2..=4).contains(&metrics.size), "{metrics:?}");
        eventually("the attempts end", async || {
            connections(&db).await.0 == i64::try_from(pool.metrics().size).unwrap()
        })
        .await;
        assert_eq!(metrics.discarded, 0);
        drop((held, second));
    });
}
