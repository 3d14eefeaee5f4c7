//! Transactions as functions, which are tried again.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use schema_core::pool::{Isolation, TransactionOptions};
use schema_core::prelude::*;
use schema_core::{Error, Pool};
use schema_tests::db;
use tokio::sync::Barrier;

use crate::support::{Note, ids, note, pool, run_alone};

#[table(name = "counters")]
struct Counter {
    #[column(primary_key)]
    id: i32,
    value: i32,
}

async fn create_counters(pool: &Pool) {
    schema![Counter]
        .create()
        .unwrap()
        .execute(pool)
        .await
        .unwrap();
    for id in 1..=2 {
        Counter
            .insert(NewCounter { id, value: 0 })
            .execute(pool)
            .await
            .unwrap();
    }
}

#[test]
fn a_function_that_succeeds_is_committed_and_one_that_fails_is_rolled_back() {
    run_alone(async |pool| {
        let id = pool
            .transaction(async |mut transaction| {
                Note.insert(note(1))
                    .returning(Note.id)
                    .fetch_one(&mut transaction)
                    .await
            })
            .await
            .unwrap();
        let failed: Result<(), Box<dyn std::error::Error + Send + Sync>> = pool
            .transaction(async |mut transaction| {
                Note.insert(note(2)).execute(&mut transaction).await?;
                Err("a failure of the program".into())
            })
            .await;

        assert_eq!(id, 1);
        assert_eq!(failed.unwrap_err().to_string(), "a failure of the program");
        assert_eq!(
            Note.select()
                .columns(Note.id)
                .fetch_all(&pool)
                .await
                .unwrap(),
            [1]
        );
        pool.close(std::time::Duration::from_secs(5)).await;
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_serialization_failure_is_tried_again() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 2).await;
        create_counters(&pool).await;
        let calls = Arc::new(AtomicU32::new(0));
        let both_have_read = Arc::new(Barrier::new(2));

        let tasks: Vec<_> = (0..2)
            .map(|_| {
                let (pool, calls, barrier) = (
                    pool.clone(),
                    Arc::clone(&calls),
                    Arc::clone(&both_have_read),
                );
                tokio::spawn(async move {
                    let options = TransactionOptions::new().isolation(Isolation::Serializable);
                    pool.transaction_with(&options, async |mut transaction| {
                        let call = calls.fetch_add(1, Ordering::SeqCst);
                        let counter = Counter.find(1).fetch_one(&mut transaction).await?;
                        if call < 2 {
                            barrier.wait().await;
                        }
                        Counter
                            .update()
                            .set(Counter.value, counter.value + 1)
                            .filter(Counter.id.eq(1))
                            .execute(&mut transaction)
                            .await?;
                        Ok::<_, Error>(())
                    })
                    .await
                    .unwrap();
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }

        assert_eq!(Counter.find(1).fetch_one(&pool).await.unwrap().value, 2);
        assert!(calls.load(Ordering::SeqCst) >= 3);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_deadlock_is_tried_again() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 2).await;
        create_counters(&pool).await;
        let calls = Arc::new(AtomicU32::new(0));
        let both_have_locked = Arc::new(Barrier::new(2));

        let tasks: Vec<_> = [(1, 2), (2, 1)]
            .into_iter()
            .map(|(first, second)| {
                let (pool, calls, barrier) = (
                    pool.clone(),
                    Arc::clone(&calls),
                    Arc::clone(&both_have_locked),
                );
                tokio::spawn(async move {
                    pool.transaction(async |mut transaction| {
                        let call = calls.fetch_add(1, Ordering::SeqCst);
                        let add = |id: i32| {
                            Counter
                                .update()
                                .set(Counter.value, Counter.value + 1)
                                .filter(Counter.id.eq(id))
                        };
                        add(first).execute(&mut transaction).await?;
                        if call < 2 {
                            barrier.wait().await;
                        }
                        add(second).execute(&mut transaction).await?;
                        Ok::<_, Error>(())
                    })
                    .await
                    .unwrap();
                })
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }

        let values = Counter
            .select()
            .columns(Counter.value)
            .fetch_all(&pool)
            .await
            .unwrap();
        assert_eq!(values, [2, 2]);
        assert_eq!(calls.load(Ordering::SeqCst), 3);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn the_number_of_retries_is_limited() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        let calls = AtomicU32::new(0);
        let options = TransactionOptions::new().retries(2);

        let error = pool
            .transaction_with(&options, async |mut transaction| {
                calls.fetch_add(1, Ordering::SeqCst);
                sqlx::query("do $$ begin raise exception using errcode = '40001', message = 'conflict'; end $$")
                    .execute(&mut transaction)
                    .await
                    .map_err(Error::from)
            })
            .await
            .unwrap_err();

        assert!(error.is_retryable(), "{error:?}");
        assert_eq!(calls.into_inner(), 3);
        assert_eq!(pool.metrics().in_use, 0);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn an_ignored_conflict_is_tried_again_too() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        let calls = AtomicU32::new(0);

        pool.transaction(async |mut transaction| {
            if calls.fetch_add(1, Ordering::SeqCst) == 0 {
                let ignored = sqlx::query("do $$ begin raise exception using errcode = '40P01', message = 'deadlock'; end $$")
                    .execute(&mut transaction)
                    .await;
                assert!(ignored.is_err());
            } else {
                Note.insert(note(1)).execute(&mut transaction).await?;
            }
            Ok::<_, Error>(())
        })
        .await
        .unwrap();

        assert_eq!((calls.into_inner(), ids(&db).await), (2, vec![1]));
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn other_errors_are_not_tried_again() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        Note.insert(note(1)).execute(&pool).await.unwrap();
        let calls = AtomicU32::new(0);

        let error = pool
            .transaction(async |mut transaction| {
                calls.fetch_add(1, Ordering::SeqCst);
                Note.insert(note(1)).execute(&mut transaction).await
            })
            .await
            .unwrap_err();

        assert!(error.is_unique_violation());
        assert_eq!(calls.into_inner(), 1);
    });
}
