//! Statements that cannot run in a transaction: watched from a second connection.

use std::time::Duration;

use schema_ddl::hazard::{self, LockMode};
use schema_tests::db;
use sqlx::{AssertSqlSafe, PgConnection};

use crate::cases::{self, Case};
use crate::measure::{self, Measured};
use crate::{agree, cell, execute, page, set_up};

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn statements_outside_of_transactions_do_what_is_announced() {
    db::run_concurrent(async |db| {
        let version = db.server_version_num() / 10_000;
        let mut wrong = Vec::new();
        let mut cells = Vec::new();
        for case in cases::outside() {
            let mut connection = db.pool().acquire().await.unwrap();
            let before = set_up(&mut connection, &db, &case).await;
            let measured = watch(&mut connection, &db, &case).await;
            let hazards = hazard::hazards(case.change, &before);
            for one in agree::differences(&hazards, &measured) {
                wrong.push(format!("{}: {one}", case.change));
            }
            cells.push((case, cell(&measured)));
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        if page::VERSIONS.contains(&version) {
            page::check(version, &cells);
        }
    });
}

/// Runs the statement while another transaction has written to the table, so that it waits.
async fn watch(watcher: &mut PgConnection, db: &db::TestDb, case: &Case) -> Vec<Measured> {
    let relation = case.watched[0];
    let mut writer = db.pool().begin().await.unwrap();
    execute(
        &mut writer,
        &format!("lock table {relation} in row exclusive mode"),
    )
    .await;
    let mut runner = db.pool().acquire().await.unwrap();
    let process: i32 = sqlx::query_scalar("select pg_backend_pid()")
        .fetch_one(&mut *runner)
        .await
        .unwrap();
    let oid = measure::oid(watcher, relation).await;
    let before = measure::snapshot(watcher, oid).await;
    let scans_before = scans(watcher, oid).await;
    let change = case.change;
    let task = tokio::spawn(async move {
        sqlx::raw_sql(AssertSqlSafe(change))
            .execute(&mut *runner)
            .await
            .unwrap();
        let flush = "select pg_stat_force_next_flush()";
        sqlx::raw_sql(flush).execute(&mut *runner).await.unwrap();
    });
    let mode = wait(watcher, process, oid).await;
    writer.rollback().await.unwrap();
    task.await.unwrap();
    let after = measure::snapshot(watcher, oid).await;
    let mut measured = measure::compare(relation, mode, &before, &after);
    // A table that is read concurrently, or whose file is copied, is not a danger of a scan under a lock.
    measured.scanned =
        scans(watcher, oid).await > scans_before && mode.is_some_and(LockMode::blocks_writes);
    vec![measured]
}

async fn scans(connection: &mut PgConnection, oid: i64) -> i64 {
    execute(connection, "select pg_stat_clear_snapshot()").await;
    let scans =
        sqlx::query_scalar("select coalesce(pg_stat_get_numscans($1::int8::oid), 0)").bind(oid);
    scans.fetch_one(connection).await.unwrap()
}

/// Waits until the process waits for a lock, and returns the strongest lock on the relation that it has or waits for.
async fn wait(watcher: &mut PgConnection, process: i32, oid: i64) -> Option<LockMode> {
    for _ in 0..200 {
        tokio::time::sleep(Duration::from_millis(50)).await;
        let waits = sqlx::query_scalar(
            "select coalesce(wait_event_type = 'Lock', false) from pg_stat_activity where pid = $1",
        );
        if waits.bind(process).fetch_one(&mut *watcher).await.unwrap() {
            let locks = measure::locks_of(watcher, Some(process)).await;
            let own = locks.iter().filter(|(relation, _)| *relation == oid);
            return own.map(|(_, mode)| *mode).max();
        }
    }
    panic!("the statement does not wait");
}
