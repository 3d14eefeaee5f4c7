//! Runs tests on a real Postgres, each in its own namespace.
//!
//! ```no_run
//! # use schema_tests::db;
//! // #[test]
//! fn insert_returns_the_id() {
//!     db::run(async |db| {
//!         sqlx::query("create table notes (id bigint)").execute(db.pool()).await.unwrap();
//!     });
//! }
//! ```
//!
//! The tests run in parallel on the server in `DATABASE_URL`. If it is unset, the process starts one embedded server.
//! That server accepts one connection at a time, so the tests run one after another, with a pool of one connection.
//!
//! A test that needs several connections uses [`run_concurrent`] and is ignored by default:
//!
//! ```no_run
//! # use schema_tests::db;
//! // #[test]
//! // #[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
//! fn two_transactions_wait_for_each_other() {
//!     db::run_concurrent(async |db| {
//!         let (first, second) = (db.pool().begin().await.unwrap(), db.pool().begin().await.unwrap());
//!         # drop((first, second));
//!     });
//! }
//! ```

use std::any::Any;
use std::env;
use std::panic::{self, AssertUnwindSafe};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use futures_util::FutureExt as _;
use schema_embedded::Embedded;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, PgPool};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

/// Extensions installed in `public` for all tests.
const EXTENSIONS: [&str; 1] = ["pg_trgm"];
/// Extensions installed if the server has them: the one of `.ci/contrib-postgres` lacks only `vector`, the others all but
/// `vector`.
const OPTIONAL_EXTENSIONS: [&str; 5] = ["citext", "hstore", "ltree", "unaccent", "vector"];
/// Age from which a namespace is assumed to be left over from a killed run.
const ABANDONED_AFTER: Duration = Duration::from_hours(1);
/// Arbitrary key of the advisory lock held while a process prepares the server.
const PREPARE_LOCK: i64 = 0x7363_6865_6d61;
const POOL_SIZE: u32 = 5;
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(15);
const CLEAN_UP_TIMEOUT: Duration = Duration::from_secs(3);

/// Runs a test in its own namespace.
///
/// # Panics
///
/// Panics if the test panics or no server is available.
pub fn run(test: impl AsyncFnOnce(TestDb)) {
    match external_url() {
        Some(url) => run_external(&url, test),
        None => run_embedded(test),
    }
}

/// Runs a test that needs more than one connection at a time, on the server in `DATABASE_URL`.
///
/// # Panics
///
/// Panics if the test panics or `DATABASE_URL` is not set, because the embedded server accepts only one connection.
pub fn run_concurrent(test: impl AsyncFnOnce(TestDb)) {
    let url = external_url().expect(
        "this test needs several connections at a time, but the embedded Postgres accepts only one: \
         set `DATABASE_URL`, for example with `eval \"$(.ci/native-postgres start)\"`",
    );
    run_external(&url, test);
}

/// The database of one test.
#[derive(Debug, Clone)]
pub struct TestDb {
    pool: PgPool,
    options: PgConnectOptions,
    url: String,
    schema: String,
    server_version_num: i32,
}

impl TestDb {
    /// A pool whose search path is the test's namespace, then `public`.
    pub fn pool(&self) -> &PgPool {
        &self.pool
    }

    /// The options of the pool's connections.
    ///
    /// On the embedded server, another connection waits until the pool's connection is closed.
    pub fn connect_options(&self) -> &PgConnectOptions {
        &self.options
    }

    /// The same options as a URL.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The name of the test's namespace. It needs no quotes.
    pub fn schema(&self) -> &str {
        &self.schema
    }

    /// The server version as a number: 170005 is 17.5.
    pub fn server_version_num(&self) -> i32 {
        self.server_version_num
    }

    /// Opens a pool and creates the test's namespace.
    async fn create(url: &str, max_connections: u32) -> sqlx::Result<Self> {
        let schema = new_schema_name();
        let search_path = format!("{schema},public");
        let options = url
            .parse::<PgConnectOptions>()?
            .options([("search_path", &search_path)]);
        let separator = if url.contains('?') { '&' } else { '?' };
        let url = format!("{url}{separator}options=-c%20search_path%3D{schema}%2Cpublic");
        let pool = PgPoolOptions::new()
            .max_connections(max_connections)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .connect_with(options.clone())
            .await?;
        pool.execute(AssertSqlSafe(format!("create schema {schema}")))
            .await?;
        let server_version_num =
            sqlx::query_scalar("select current_setting('server_version_num')::int4")
                .fetch_one(&pool)
                .await?;
        Ok(Self {
            pool,
            options,
            url,
            schema,
            server_version_num,
        })
    }

    /// Drops the namespace through the test's pool. Fails if the test left the pool unusable.
    async fn drop_through_pool(&self) -> sqlx::Result<()> {
        let mut connection = self.pool.acquire().await?;
        self.drop_on(&mut connection).await
    }

    async fn drop_on(&self, connection: &mut PgConnection) -> sqlx::Result<()> {
        let schema = &self.schema;
        let sql =
            format!("rollback; set lock_timeout = '2s'; drop schema if exists {schema} cascade");
        connection.execute(AssertSqlSafe(sql)).await?;
        Ok(())
    }
}

/// Reads `DATABASE_URL`; an empty value counts as unset.
fn external_url() -> Option<String> {
    env::var("DATABASE_URL").ok().filter(|url| !url.is_empty())
}

/// Creates a unique name: `test_<seconds since 1970>_<process>_<number>`.
fn new_schema_name() -> String {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    format!("test_{}_{}_{number}", since_1970().as_secs(), process::id())
}

fn since_1970() -> Duration {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
}

fn new_runtime() -> Runtime {
    Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("could not start a runtime")
}

/// Locks and ignores poisoning, because a failed test must not fail the others.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn run_external(url: &str, test: impl AsyncFnOnce(TestDb)) {
    static PREPARED: Mutex<bool> = Mutex::new(false);

    let runtime = new_runtime();
    {
        let mut prepared = lock(&PREPARED);
        if !*prepared {
            runtime
                .block_on(prepare_external(url))
                .expect("could not prepare the server in `DATABASE_URL`");
            *prepared = true;
        }
    }
    let db = runtime
        .block_on(TestDb::create(url, POOL_SIZE))
        .expect("could not create a namespace");
    if let Err(payload) = run_on(runtime, &db, test) {
        panic::resume_unwind(payload);
    }
}

fn run_embedded(test: impl AsyncFnOnce(TestDb)) {
    /// The server. The test that holds the lock may use it.
    static SERVER: Mutex<Option<Embedded>> = Mutex::new(None);
    /// Number of tests that use the server or wait for it. A `static` is never dropped, so the last test stops the
    /// server.
    static USERS: AtomicUsize = AtomicUsize::new(0);

    USERS.fetch_add(1, Ordering::SeqCst);
    let mut server = lock(&SERVER);
    // Catch a panic so that the lock is released before it continues.
    let result = panic::catch_unwind(AssertUnwindSafe(|| {
        let runtime = new_runtime();
        let is_new = server.is_none();
        if is_new {
            *server = Some(
                runtime
                    .block_on(Embedded::start())
                    .expect("could not start the embedded Postgres"),
            );
        }
        let url = server.as_ref().map(Embedded::url).unwrap_or_default();
        let db = runtime
            .block_on(async {
                let db = TestDb::create(url, Embedded::MAX_CONNECTIONS).await?;
                if is_new {
                    create_extensions(&mut *db.pool.acquire().await?).await?;
                }
                Ok::<_, sqlx::Error>(db)
            })
            .inspect_err(|_| *server = None)
            .expect("could not create a namespace on the embedded Postgres");
        run_on(runtime, &db, test)
    }));
    if USERS.fetch_sub(1, Ordering::SeqCst) == 1 {
        *server = None;
    }
    drop(server);
    if let Err(payload) = result.and_then(|result| result) {
        panic::resume_unwind(payload);
    }
}

/// Runs the test and drops its namespace, even if the test panics.
fn run_on(
    runtime: Runtime,
    db: &TestDb,
    test: impl AsyncFnOnce(TestDb),
) -> Result<(), Box<dyn Any + Send>> {
    let (result, dropped) = runtime.block_on(async {
        let result = AssertUnwindSafe(async { test(db.clone()).await })
            .catch_unwind()
            .await;
        let dropped = timeout(CLEAN_UP_TIMEOUT, async {
            db.drop_through_pool().await?;
            db.pool.close().await;
            Ok::<_, sqlx::Error>(())
        });
        (result, matches!(dropped.await, Ok(Ok(()))))
    });
    // Ends tasks left over from the test, which closes their connections.
    runtime.shutdown_timeout(CLEAN_UP_TIMEOUT);
    if !dropped {
        let dropped = new_runtime().block_on(async {
            timeout(CLEAN_UP_TIMEOUT, async {
                let mut connection = PgConnection::connect_with(&db.options).await?;
                db.drop_on(&mut connection).await?;
                connection.close().await
            })
            .await
        });
        // The test may have stopped the server itself, so this is not a failure.
        if !matches!(dropped, Ok(Ok(()))) {
            eprintln!("could not drop the namespace `{}`: {dropped:?}", db.schema);
        }
    }
    result
}

/// Prepares the server, while other processes wait.
async fn prepare_external(url: &str) -> sqlx::Result<()> {
    let mut connection = PgConnection::connect(url).await?;
    sqlx::query("select pg_advisory_lock($1)")
        .bind(PREPARE_LOCK)
        .execute(&mut connection)
        .await?;
    create_extensions(&mut connection).await?;
    drop_abandoned(&mut connection).await?;
    connection.close().await
}

async fn create_extensions(connection: &mut PgConnection) -> sqlx::Result<()> {
    let available: Vec<String> =
        sqlx::query_scalar("select name::text from pg_available_extensions where name = any($1)")
            .bind(OPTIONAL_EXTENSIONS.as_slice())
            .fetch_all(&mut *connection)
            .await?;
    for extension in EXTENSIONS
        .into_iter()
        .chain(available.iter().map(String::as_str))
    {
        let sql = format!("create extension if not exists {extension} with schema public");
        connection.execute(AssertSqlSafe(sql)).await?;
    }
    Ok(())
}

/// Drops the namespaces left over from killed test runs.
async fn drop_abandoned(connection: &mut PgConnection) -> sqlx::Result<()> {
    let schemas: Vec<String> = sqlx::query_scalar(
        r"select nspname::text from pg_namespace where nspname ~ '^test_\d+_\d+_\d+$'",
    )
    .fetch_all(&mut *connection)
    .await?;
    for schema in schemas {
        if is_abandoned(&schema, since_1970()) {
            connection
                .execute(AssertSqlSafe(format!(
                    "drop schema if exists {schema} cascade"
                )))
                .await?;
        }
    }
    Ok(())
}

fn is_abandoned(schema: &str, now: Duration) -> bool {
    let created = schema
        .split('_')
        .nth(1)
        .and_then(|seconds| seconds.parse().ok())
        .map(Duration::from_secs);
    created.is_some_and(|created| created + ABANDONED_AFTER < now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_old_namespaces_are_abandoned() {
        let now = Duration::from_secs(10_000);
        assert!(is_abandoned("test_6399_7_0", now));
        assert!(!is_abandoned("test_6400_7_0", now));
        assert!(!is_abandoned("test_10001_7_0", now));
        assert!(!is_abandoned(&new_schema_name(), since_1970()));
    }
}
