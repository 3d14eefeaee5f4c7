//! Tables and helpers of the tests.

use std::time::Duration;

use schema_core::Pool;
use schema_core::pool::PoolOptions;
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};
use sqlx::{AssertSqlSafe, Executor as _};

#[table(name = "notes")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Note {
    #[column(primary_key)]
    pub(crate) id: i32,
    pub(crate) title: String,
}

pub(crate) fn note(id: i32) -> NewNote {
    NewNote {
        id,
        title: format!("note {id}"),
    }
}

/// Opens a pool with this many connections in the test's namespace, and creates the table of notes.
pub(crate) async fn pool(db: &TestDb, connections: u32) -> Pool {
    pool_with(db, PoolOptions::new().max_connections(connections)).await
}

/// Runs a test on a pool of one connection, which is the only one: the embedded server accepts no more.
pub(crate) fn run_alone(test: impl AsyncFnOnce(Pool)) {
    db::run(async |db| {
        db.pool().close().await;
        test(pool(&db, 1).await).await;
    });
}

pub(crate) async fn pool_with(db: &TestDb, options: PoolOptions) -> Pool {
    let pool = options
        .acquire_timeout(Duration::from_secs(10))
        .connect_with(db.connect_options().clone().application_name(db.schema()))
        .await
        .unwrap();
    let script = schema![Note].create_if_not_exists().unwrap();
    script.execute(&pool).await.unwrap();
    pool
}

/// The ids of the notes, as another connection sees them.
pub(crate) async fn ids(db: &TestDb) -> Vec<i32> {
    let ids = Note.select().order_by(Note.id.asc()).columns(Note.id);
    ids.fetch_all(db.pool()).await.unwrap()
}

/// Runs SQL on a connection outside of the pool.
pub(crate) async fn outside(db: &TestDb, sql: &str) {
    let sql = AssertSqlSafe(sql.to_owned());
    db.pool().execute(sql).await.unwrap();
}

/// Runs SQL on the pool.
pub(crate) async fn on(pool: &Pool, sql: &'static str) {
    pool.execute(sql).await.unwrap();
}

/// The number of the server process of a connection of the pool.
pub(crate) async fn backend(pool: &Pool) -> i32 {
    sqlx::query_scalar("select pg_backend_pid()")
        .fetch_one(pool)
        .await
        .unwrap()
}

/// Waits until a condition holds.
///
/// # Panics
/// Panics if it does not within ten seconds.
pub(crate) async fn eventually(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    for _ in 0..1000 {
        if holds().await {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("not within ten seconds: {what}");
}

/// Returns how many connections of the pool the server knows, and how many of them are in a transaction.
pub(crate) async fn connections(db: &TestDb) -> (i64, i64) {
    sqlx::query_as(
        "select count(*), count(*) filter (where state like 'idle in transaction%') \
         from pg_stat_activity where application_name = $1",
    )
    .bind(db.schema())
    .fetch_one(db.pool())
    .await
    .unwrap()
}
