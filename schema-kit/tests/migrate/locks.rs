//! Two runs at a time, and locks that others hold.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use schema_kit::migrate::{Event, MigrateError};
use schema_tests::db;
use tokio::time::{sleep, timeout};

use crate::fixture::{Files, execute, exists, value};

const CONCURRENT: [(&str, &str); 2] = [
    (
        "1_t.sql",
        "create table t (a int); insert into t select generate_series(1, 50000);",
    ),
    (
        "2_i.sql",
        "insert into t values (0);\n-- schema: outside\ncreate index concurrently t_a on t (a);\n-- schema: transaction\ninsert into t values (0);",
    ),
];

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn several_runs_with_a_concurrent_step_do_not_wait_for_each_other_for_ever() {
    db::run_concurrent(async |db| {
        let files = Files::new(&CONCURRENT);
        let (first, second, third) = (files.migrator(), files.migrator(), files.migrator());
        let options = db.connect_options();
        let runs = async {
            tokio::join!(
                first.run_with(options),
                second.run_with(options),
                third.run_with(options)
            )
        };
        let (first, second, third) = timeout(Duration::from_mins(1), runs).await.unwrap();
        let mut applied = [first.unwrap(), second.unwrap(), third.unwrap()].concat();
        applied.sort_unstable();
        assert_eq!(applied, [1, 2]);
        assert_eq!(value(&db, "select count(*) from t").await, 50_002);
    });
}

/// Holds a lock of the table for this long.
async fn hold(db: &db::TestDb, time: Duration) {
    let mut transaction = db.pool().begin().await.unwrap();
    execute(&mut transaction, "lock table t in access share mode").await;
    sleep(time).await;
    transaction.rollback().await.unwrap();
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_transaction_is_repeated_until_it_gets_its_lock() {
    db::run_concurrent(async |db| {
        let files = Files::new(&[("1_t.sql", "create table t (a int);")]);
        files.run(&db).await.unwrap();
        files.write("2_b.sql", "create table b ();\nalter table t add b int;");
        let retries = Arc::new(AtomicU32::new(0));
        let counter = Arc::clone(&retries);
        let migrator = files
            .migrator()
            .lock_timeout(Duration::from_millis(50))
            .delays(Duration::from_millis(50), Duration::from_millis(100))
            .attempts(100)
            .observe(move |event: &Event<'_>| {
                if let Event::Retry { place, .. } = event {
                    assert_eq!(place.statement, 2);
                    counter.fetch_add(1, Ordering::Relaxed);
                }
            });
        let run = async {
            sleep(Duration::from_millis(200)).await;
            migrator.run_with(db.connect_options()).await
        };
        let (applied, ()) = tokio::join!(run, hold(&db, Duration::from_secs(1)));
        assert_eq!(applied.unwrap(), [2]);
        assert!(retries.load(Ordering::Relaxed) >= 2);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_lock_that_is_never_free_is_an_error_and_nothing_changes() {
    db::run_concurrent(async |db| {
        let files = Files::new(&[("1_t.sql", "create table t (a int);")]);
        files.run(&db).await.unwrap();
        files.write(
            "2_b.sql",
            "create table b ();\n-- schema: outside\nvacuum full t;\n",
        );
        files.write("3_c.sql", "create table c ();\nalter table t add b int;");
        let migrator = files
            .migrator()
            .lock_timeout(Duration::from_millis(50))
            .delays(Duration::from_millis(10), Duration::from_millis(10))
            .attempts(3);
        let run = async {
            sleep(Duration::from_millis(200)).await;
            migrator.run_with(db.connect_options()).await
        };
        let (error, ()) = tokio::join!(run, hold(&db, Duration::from_millis(1500)));
        let error = error.unwrap_err();
        assert!(
            matches!(&error, MigrateError::LockTimeout { attempts: 3, place, .. } if place.statement == 2),
            "{error:?}"
        );
        assert!(exists(&db, "b").await);
        assert_eq!(
            migrator.run_with(db.connect_options()).await.unwrap(),
            [2, 3]
        );
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_run_that_does_not_finish_is_named() {
    db::run_concurrent(async |db| {
        let files = Files::new(&[("1_t.sql", "select pg_sleep(2);")]);
        let waiting = files.migrator().wait_for_others(Duration::from_millis(100));
        let first = files.migrator();
        let second = async {
            sleep(Duration::from_millis(500)).await;
            waiting.run_with(db.connect_options()).await
        };
        let (first, second) = tokio::join!(first.run_with(db.connect_options()), second);
        assert_eq!(first.unwrap(), [1]);
        let error = second.unwrap_err();
        assert!(
            matches!(&error, MigrateError::Locked { holders, .. } if holders.len() == 1),
            "{error:?}"
        );
    });
}
