//! Runs tests behind the `PgBouncer` in `PGBOUNCER_URL`, with the interface of `schema_tests::db`.
//!
//! Each test has a role of its own. The search path belongs to the role, because `PgBouncer` ignores that of the
//! connection, and a setting of one server connection says nothing about the next one.

use std::panic::{self, AssertUnwindSafe};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::FutureExt as _;
use schema_core::pool::{PoolOptions, Statements};
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, Row as _};
use tokio::runtime::Builder;
use tokio::sync::OnceCell;

use crate::test_pool::TestPool;

/// Connections of a test's pool to `PgBouncer`, which has fewer to the server.
const CONNECTIONS: u32 = 8;

/// The database of one test.
#[derive(Debug, Clone)]
pub struct TestDb {
    pool: TestPool,
    options: PgConnectOptions,
    name: String,
    server_version_num: i32,
}

impl TestDb {
    pub fn pool(&self) -> &TestPool {
        &self.pool
    }

    pub fn connect_options(&self) -> &PgConnectOptions {
        &self.options
    }

    /// The name of the test's namespace and of its role.
    pub fn schema(&self) -> &str {
        &self.name
    }

    /// The server version as a number: 170005 is 17.5.
    pub fn server_version_num(&self) -> i32 {
        self.server_version_num
    }
}

/// Settings of a pool that work behind `PgBouncer` 1.18.
pub fn pool_options() -> PoolOptions {
    PoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(Duration::from_secs(30))
        .statements(Statements::Unnamed)
}

/// Runs a test in its own namespace.
///
/// # Panics
///
/// Panics if the test panics or `PGBOUNCER_URL` is not set.
pub fn run(test: impl AsyncFnOnce(TestDb)) {
    let url = std::env::var("PGBOUNCER_URL").expect(
        "this suite needs PgBouncer: run `eval \"$(.ci/native-postgres start)\"` and `eval \"$(.ci/pgbouncer start)\"`",
    );
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let result = runtime.block_on(async {
        let admin: PgConnectOptions = url.parse().unwrap();
        let (name, server_version_num) = create_role(&admin).await;
        let options = admin.clone().username(&name);
        let db = TestDb {
            pool: TestPool(pool_options().connect_lazy_with(options.clone())),
            options,
            name: name.clone(),
            server_version_num,
        };
        let pool = db.pool.clone();
        let result = AssertUnwindSafe(test(db)).catch_unwind().await;
        pool.0.close(Duration::from_secs(5)).await;
        drop_role(&admin, &name).await;
        result
    });
    runtime.shutdown_timeout(Duration::from_secs(3));
    if let Err(payload) = result {
        panic::resume_unwind(payload);
    }
}

/// Runs a test that needs more than one connection at a time.
pub fn run_concurrent(test: impl AsyncFnOnce(TestDb)) {
    run(test);
}

/// Creates a role and its namespace. Returns their name and the version of the server.
async fn create_role(admin: &PgConnectOptions) -> (String, i32) {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    static EXTENSIONS: OnceCell<()> = OnceCell::const_new();

    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("test_bouncer_{}_{number}", process::id());
    let mut connection = PgConnection::connect_with(admin).await.unwrap();
    EXTENSIONS
        .get_or_init(async || {
            let sql = "create extension if not exists vector with schema public; \
                       create extension if not exists pg_trgm with schema public";
            connection.execute(sql).await.unwrap();
        })
        .await;
    let sql = format!(
        "create role {name} superuser login; create schema {name} authorization {name}; \
         alter role {name} set search_path = {name}, public"
    );
    connection.execute(AssertSqlSafe(sql)).await.unwrap();
    let version = sqlx::raw_sql("select current_setting('server_version_num')");
    let version = version.fetch_one(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    (name, version.get::<String, _>(0).parse().unwrap())
}

async fn drop_role(admin: &PgConnectOptions, name: &str) {
    let sql = format!(
        "begin; set local lock_timeout = '5s'; drop owned by {name} cascade; drop role {name}; commit"
    );
    let mut connection = PgConnection::connect_with(admin).await.unwrap();
    if let Err(error) = connection.execute(AssertSqlSafe(sql)).await {
        eprintln!("could not drop the role `{name}`: {error}");
    }
}
