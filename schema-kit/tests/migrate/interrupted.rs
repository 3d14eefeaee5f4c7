//! Connections that are lost at each statement.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use schema_kit::migrate::{Event, MigrateError};
use schema_tests::db;
use tokio::sync::Notify;
use tokio::time::sleep;

use crate::fixture::{Files, execute, value};

/// Statements of all kinds, with the marks before them.
pub(crate) const STATEMENTS: [&str; 10] = [
    "create table t (a int)",
    "insert into t values (1)",
    "-- schema: transaction\ninsert into t values (10)",
    "-- schema: outside\ninsert into t values (100)",
    "create index concurrently t_a on t (a)",
    "create index concurrently t_b on t (a)",
    "drop index concurrently t_b",
    "vacuum t",
    // It runs four times: for three rows and for none.
    "-- schema: batches\nupdate t set a = a + 10000 where ctid in (select ctid from t where a < 10000 limit 1)",
    "-- schema: transaction\ninsert into t values (1000)",
];

/// How often a statement is sent.
pub(crate) const SENT: usize = STATEMENTS.len() + 3;

pub(crate) async fn assert_complete(db: &db::TestDb) {
    assert_eq!(value(db, "select sum(a) from t").await, 31111);
    let indexes = "select count(*) from pg_index where indrelid = 't'::regclass and indisvalid";
    assert_eq!(value(db, indexes).await, 1);
    assert_eq!(
        value(
            db,
            "select count(*) from pg_index where indrelid = 't'::regclass"
        )
        .await,
        1
    );
    assert_eq!(
        value(db, "select count(*) from _sqlx_migrations where success").await,
        1
    );
}

/// The server ends the session before or after each statement.
#[test]
#[ignore = "the embedded server cannot end a session; runs with DATABASE_URL set and --include-ignored"]
fn the_next_run_completes_what_the_server_ended() {
    for at in 0..=STATEMENTS.len() {
        db::run(async |db| {
            let mut connection = db.pool().acquire().await.unwrap();
            execute(
                &mut connection,
                "create table ended (yes bool); insert into ended values (true)",
            )
            .await;
            let mut statements: Vec<&str> = STATEMENTS.to_vec();
            statements.insert(
                at,
                "update ended set yes = true where yes and pg_terminate_backend(pg_backend_pid())",
            );
            let files = Files::new(&[("1_a.sql", &statements.join(";\n"))]);
            let error = files.migrator().run(&mut connection).await.unwrap_err();
            drop(connection);
            assert!(
                matches!(error, MigrateError::Interrupted { .. }),
                "{at}: {error:?}"
            );

            let mut connection = db.pool().acquire().await.unwrap();
            execute(&mut connection, "update ended set yes = false").await;
            drop(connection);
            assert_eq!(files.run(&db).await.unwrap(), [1]);
            assert_complete(&db).await;
        });
    }
}

/// The program ends at each statement, when it has been announced and perhaps sent.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn the_next_run_completes_what_the_program_dropped() {
    for (at, delay) in (1..=SENT).flat_map(|at| [(at, 0), (at, 2)]) {
        db::run_concurrent(async |db| {
            let files = Files::new(&[("1_a.sql", &STATEMENTS.join(";\n"))]);
            let notify = Arc::new(Notify::new());
            let (announced, count) = (Arc::clone(&notify), AtomicUsize::new(0));
            let migrator = files.migrator().observe(move |event: &Event<'_>| {
                if matches!(event, Event::Statement { .. })
                    && count.fetch_add(1, Ordering::Relaxed) + 1 == at
                {
                    announced.notify_one();
                }
            });
            tokio::select! {
                _ = migrator.run_with(db.connect_options()) => {}
                () = async { notify.notified().await; sleep(Duration::from_millis(delay)).await } => {}
            }
            files.run(&db).await.unwrap();
            assert_complete(&db).await;
        });
    }
}

/// A build waits for an older transaction, and its session ends: the index is invalid.
#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn an_invalid_index_is_built_again() {
    db::run_concurrent(async |db| {
        let files = Files::new(&[("1_a.sql", "create table t (a int);")]);
        files.run(&db).await.unwrap();
        files.write(
            "2_b.sql",
            "-- no-transaction\ncreate index concurrently if not exists \"T a\" on t (a);",
        );
        let mut reader = db.pool().begin().await.unwrap();
        execute(&mut reader, "insert into t values (1)").await;
        let migrator = files.migrator();
        let (error, ()) = tokio::join!(migrator.run_with(db.connect_options()), async {
            let end = "select count(pg_terminate_backend(pid)) from pg_stat_activity where query like 'create index concurrently%\"T a\"%' \
                 and wait_event = 'virtualxid' and pid in (select pid from pg_locks where relation = 't'::regclass)";
            while value(&db, end).await == 0 {
                sleep(Duration::from_millis(20)).await;
            }
        });
        assert!(
            matches!(
                error.as_ref().unwrap_err(),
                MigrateError::Interrupted { .. }
            ),
            "{error:?}"
        );
        reader.commit().await.unwrap();
        let valid = "select count(*) from pg_index where indrelid = 't'::regclass and indisvalid";
        assert_eq!(value(&db, valid).await, 0);
        assert_eq!(
            value(
                &db,
                "select count(*) from pg_index where indrelid = 't'::regclass"
            )
            .await,
            1
        );

        let dropped = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&dropped);
        let migrator = files.migrator().observe(move |event: &Event<'_>| {
            counter.fetch_add(
                usize::from(matches!(event, Event::InvalidIndex { .. })),
                Ordering::Relaxed,
            );
        });
        assert_eq!(migrator.run_with(db.connect_options()).await.unwrap(), [2]);
        assert_eq!(
            (value(&db, valid).await, dropped.load(Ordering::Relaxed)),
            (1, 1)
        );
    });
}

#[test]
fn an_index_that_cannot_be_built_leaves_nothing() {
    db::run(async |db| {
        let files = Files::new(&[
            (
                "1_a.sql",
                "create table t (a int); insert into t values (1), (1);",
            ),
            (
                "2_b.sql",
                "-- schema: outside\ncreate unique index concurrently t_a on t (a);",
            ),
        ]);
        let error = files.run(&db).await.unwrap_err();
        assert!(matches!(error, MigrateError::Statement { .. }), "{error:?}");
        assert_eq!(
            value(
                &db,
                "select count(*) from pg_index where indrelid = 't'::regclass"
            )
            .await,
            0
        );
        assert_eq!(
            value(&db, "select count(*) from _schema_migrations").await,
            1
        );
        let mut connection = db.pool().acquire().await.unwrap();
        execute(&mut connection, "truncate t").await;
        drop(connection);
        assert_eq!(files.run(&db).await.unwrap(), [2]);
    });
}

#[test]
fn statements_that_have_not_run_may_be_edited() {
    db::run(async |db| {
        let files = Files::new(&[(
            "1_a.sql",
            "create table t (a int);\n-- schema: transaction\nselect missing;",
        )]);
        files.run(&db).await.unwrap_err();
        files.write(
            "1_a.sql",
            "create table t (b int);\n-- schema: transaction\nselect 1;",
        );
        assert!(matches!(
            files.run(&db).await.unwrap_err(),
            MigrateError::Edited { .. }
        ));
        files.write(
            "1_a.sql",
            "create table t (a int);\n-- schema: transaction\nselect 1;",
        );
        assert_eq!(files.run(&db).await.unwrap(), [1]);
    });
}

/// Batches that are done stay when the next one fails, and the next run goes on after them.
#[test]
fn a_batch_that_fails_keeps_those_before_it() {
    db::run(async |db| {
        let files = Files::new(&[
            (
                "1_a.sql",
                "create table t (a int check (a <> 103), batch xid8); insert into t select generate_series(1, 5);",
            ),
            (
                "2_b.sql",
                "-- schema: batches\nupdate t set a = a + 100, batch = pg_current_xact_id()\
                 \nwhere a = (select min(a) from t where a < 100);",
            ),
        ]);
        let error = files.run(&db).await.unwrap_err();
        assert!(matches!(error, MigrateError::Statement { .. }), "{error:?}");
        assert_eq!(value(&db, "select count(*) from t where a > 100").await, 2);
        assert_eq!(
            value(&db, "select count(*) from _schema_migrations").await,
            1
        );

        let mut connection = db.pool().acquire().await.unwrap();
        execute(&mut connection, "alter table t drop constraint t_a_check").await;
        drop(connection);
        assert_eq!(files.run(&db).await.unwrap(), [2]);
        assert_eq!(value(&db, "select sum(a) from t").await, 515);
        assert_eq!(value(&db, "select count(distinct batch) from t").await, 5);
        assert_eq!(files.run(&db).await.unwrap(), [0; 0]);
    });
}
