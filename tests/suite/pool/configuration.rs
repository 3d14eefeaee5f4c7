//! The settings of a pool, and its end.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use schema_core::Error;
use schema_core::pool::PoolOptions;
use schema_core::prelude::*;
use schema_tests::db;

use crate::support::{Note, backend, eventually, ids, note, pool, pool_with, run_alone};

#[tokio::test]
async fn a_wrong_url_is_an_error() {
    let error = schema_core::Pool::connect("not a url").await.unwrap_err();
    assert!(matches!(error, Error::Pool(_)), "{error:?}");
    let error = PoolOptions::new()
        .connect_lazy("mysql://host/db")
        .unwrap_err();
    assert!(matches!(error, Error::Pool(_)), "{error:?}");
}

#[tokio::test]
async fn a_missing_server_is_an_error_at_once() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let began = Instant::now();

    let error = schema_core::Pool::connect(&format!("postgres://nobody@127.0.0.1:{port}/none"))
        .await
        .unwrap_err();

    assert!(matches!(error, Error::Pool(_)), "{error:?}");
    assert!(began.elapsed() < Duration::from_secs(5));
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_given_up() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();

    let error = PoolOptions::new()
        .connect_timeout(Duration::from_millis(100))
        .connect(&format!("postgres://nobody@127.0.0.1:{port}/none"))
        .await
        .unwrap_err();

    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert!(
        cause.contains("did not accept a connection within 100ms"),
        "{cause}"
    );
}

#[test]
fn a_pool_of_one_connection_uses_the_same_one() {
    run_alone(async |pool| {
        let first = backend(&pool).await;
        for _ in 0..5 {
            assert_eq!(backend(&pool).await, first);
        }
        assert_eq!(pool.metrics().opened, 1);
        pool.close(Duration::from_secs(5)).await;
    });
}

#[test]
fn a_wait_for_a_connection_is_limited() {
    db::run(async |db| {
        db.pool().close().await;
        let pool = PoolOptions::new()
            .max_connections(1)
            .acquire_timeout(Duration::from_secs(3))
            .connect_with(db.connect_options().clone())
            .await
            .unwrap();
        let held = pool.acquire().await.unwrap();

        let error = pool.acquire().await.unwrap_err();

        assert!(matches!(error, Error::Pool(_)), "{error:?}");
        let metrics = pool.metrics();
        assert_eq!(
            (metrics.timeouts, metrics.in_use, metrics.waiting),
            (1, 1, 0)
        );
        assert!(metrics.wait_time >= Duration::from_secs(3));
        drop(held);
        pool.acquire().await.unwrap();
        pool.close(Duration::from_secs(5)).await;
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn waiters_are_served_in_order() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 1).await;
        let held = pool.acquire().await.unwrap();
        let served = Arc::new(std::sync::Mutex::new(Vec::new()));
        let mut tasks = Vec::new();
        for number in 0..10 {
            let (waiting, order) = (pool.clone(), Arc::clone(&served));
            tasks.push(tokio::spawn(async move {
                let connection = waiting.acquire().await.unwrap();
                order.lock().unwrap().push(number);
                tokio::task::yield_now().await;
                drop(connection);
            }));
            eventually("it waits", async || pool.metrics().waiting == number + 1).await;
        }
        drop(held);
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(*served.lock().unwrap(), (0..10).collect::<Vec<_>>());
        assert!(pool.metrics().waited >= 10);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn each_new_connection_is_prepared() {
    db::run_concurrent(async |db| {
        let calls = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&calls);
        let options = PoolOptions::new()
            .max_connections(3)
            .after_connect(move |connection| {
                counted.fetch_add(1, Ordering::SeqCst);
                Box::pin(async move {
                    sqlx::query("set statement_timeout = '7s'")
                        .execute(connection)
                        .await?;
                    Ok(())
                })
            });
        let pool = pool_with(&db, options).await;
        let mut held = vec![pool.acquire().await.unwrap(), pool.acquire().await.unwrap()];
        for connection in &mut held {
            let set: String = sqlx::query_scalar("show statement_timeout")
                .fetch_one(connection)
                .await
                .unwrap();
            assert_eq!(set, "7s");
        }
        assert_eq!(calls.load(Ordering::SeqCst), 2);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn an_error_of_the_preparation_is_reported() {
    db::run_concurrent(async |db| {
        let error = PoolOptions::new()
            .after_connect(|connection| {
                Box::pin(async move {
                    sqlx::query("select 1 / 0").execute(connection).await?;
                    Ok(())
                })
            })
            .connect_with(db.connect_options().clone())
            .await
            .unwrap_err();
        let cause = std::error::Error::source(&error).unwrap().to_string();
        assert!(cause.contains("division by zero"), "{cause}");
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn idle_connections_are_closed_down_to_the_minimum() {
    db::run_concurrent(async |db| {
        let options = PoolOptions::new()
            .max_connections(5)
            .min_idle(2)
            .idle_timeout(Duration::from_millis(200));
        let pool = pool_with(&db, options).await;
        eventually("the minimum is open", async || pool.metrics().idle >= 2).await;
        let mut held = Vec::new();
        for _ in 0..5 {
            held.push(pool.acquire().await.unwrap());
        }
        assert_eq!(pool.metrics().size, 5);
        drop(held);
        eventually("the others are closed", async || pool.metrics().size == 2).await;
        Note.insert(note(1)).execute(&pool).await.unwrap();
        assert_eq!(ids(&db).await, [1]);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_connection_is_replaced_at_its_maximum_lifetime() {
    db::run_concurrent(async |db| {
        let options = PoolOptions::new()
            .max_connections(1)
            .max_lifetime(Duration::from_millis(300));
        let pool = pool_with(&db, options).await;
        let first = backend(&pool).await;
        eventually("it is replaced", async || backend(&pool).await != first).await;
        assert!(pool.metrics().opened >= 2);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn closing_waits_for_running_work() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 3).await;
        let mut transaction = pool.begin().await.unwrap();
        Note.insert(note(1))
            .execute(&mut transaction)
            .await
            .unwrap();
        let closing = tokio::spawn({
            let pool = pool.clone();
            async move { pool.close(Duration::from_secs(10)).await }
        });
        eventually("it is closed", async || pool.is_closed()).await;

        let error = Note.select().fetch_all(&pool).await.unwrap_err();
        assert!(matches!(error, Error::Pool(_)), "{error:?}");
        transaction.commit().await.unwrap();

        assert_eq!(closing.await.unwrap(), 0);
        assert_eq!(ids(&db).await, [1]);
        assert_eq!(pool.metrics().size, 0);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn closing_waits_no_longer_than_its_limit() {
    db::run_concurrent(async |db| {
        let pool = pool(&db, 2).await;
        let mut transaction = pool.begin().await.unwrap();
        Note.insert(note(1))
            .execute(&mut transaction)
            .await
            .unwrap();

        assert_eq!(pool.close(Duration::from_millis(100)).await, 1);

        drop(transaction);
        eventually("it is closed", async || pool.metrics().size == 0).await;
        assert_eq!(ids(&db).await, Vec::<i32>::new());
    });
}
