//! Runs a test on the server in `DATABASE_URL` or on the embedded one.

use std::any::Any;
use std::env;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::FutureExt as _;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use super::TestSetup;
use super::namespace::TestDb;
use super::pool::{Failure, TestPool};
use super::prepare::{self, Created, lock};
use crate::Embedded;

const POOL_SIZE: u32 = 5;
const CLEAN_UP_TIMEOUT: Duration = Duration::from_secs(3);

/// The result of a test, or its panic.
type Caught<R> = Result<R, Box<dyn Any + Send>>;

pub(super) fn run<P: TestPool, R>(setup: &TestSetup, test: impl AsyncFnOnce(TestDb<P>) -> R) -> R {
    // An empty value counts as unset.
    let url = env::var("DATABASE_URL").ok().filter(|url| !url.is_empty());
    let result = if let Some(url) = url {
        on_external(&url, setup, test)
    } else {
        assert!(
            !setup.concurrent,
            "this test needs several connections at a time, but the embedded Postgres accepts only one; \
             set `DATABASE_URL`"
        );
        on_embedded(setup, test)
    };
    result.unwrap_or_else(|payload| panic::resume_unwind(payload))
}

fn on_external<P: TestPool, R>(
    url: &str,
    setup: &TestSetup,
    test: impl AsyncFnOnce(TestDb<P>) -> R,
) -> Caught<R> {
    let runtime = new_runtime();
    runtime
        .block_on(prepare::external(url, &setup.extensions))
        .expect("could not prepare the server in `DATABASE_URL`");
    let db = runtime
        .block_on(TestDb::create(url, POOL_SIZE))
        .expect("could not create a namespace");
    run_on(runtime, &db, setup, test)
}

/// The embedded server of this process.
struct Running {
    server: Embedded,
    created: Created,
}

fn on_embedded<P: TestPool, R>(
    setup: &TestSetup,
    test: impl AsyncFnOnce(TestDb<P>) -> R,
) -> Caught<R> {
    /// The server. The test that holds the lock may use it.
    static SERVER: Mutex<Option<Running>> = Mutex::new(None);
    /// Number of tests that use the server or wait for it. A `static` is never dropped, so the last test stops the
    /// server.
    static USERS: AtomicUsize = AtomicUsize::new(0);

    USERS.fetch_add(1, Ordering::SeqCst);
    let mut running = lock(&SERVER);
    // Catch a panic so that the lock is released before it continues.
    let result = panic::catch_unwind(AssertUnwindSafe(|| {
        let runtime = new_runtime();
        let db = runtime
            .block_on(open_embedded(&mut running, setup))
            .inspect_err(|_| *running = None)
            .expect("could not create a namespace on the embedded Postgres");
        run_on(runtime, &db, setup, test)
    }));
    if USERS.fetch_sub(1, Ordering::SeqCst) == 1 {
        *running = None;
    }
    drop(running);
    result.and_then(|result| result)
}

async fn open_embedded<P: TestPool>(
    running: &mut Option<Running>,
    setup: &TestSetup,
) -> Result<TestDb<P>, Failure> {
    let running = match running {
        Some(running) => running,
        None => running.insert(Running {
            server: Embedded::start().await?,
            created: None,
        }),
    };
    let db = TestDb::create(running.server.url(), Embedded::MAX_CONNECTIONS).await?;
    prepare::embedded(&db, &mut running.created, &setup.extensions).await?;
    Ok(db)
}

/// Creates the tables, runs the test and drops its namespace, even if the test panics.
fn run_on<P: TestPool, R>(
    runtime: Runtime,
    db: &TestDb<P>,
    setup: &TestSetup,
    test: impl AsyncFnOnce(TestDb<P>) -> R,
) -> Caught<R> {
    let (result, dropped) = runtime.block_on(async {
        let result = AssertUnwindSafe(async {
            prepare::tables(db, setup.schema)
                .await
                .expect("could not create the tables of the test");
            test(db.clone()).await
        })
        .catch_unwind()
        .await;
        let dropped = timeout(CLEAN_UP_TIMEOUT, db.drop_through_pool()).await;
        (result, matches!(dropped, Ok(Ok(()))))
    });
    // Ends tasks left over from the test, which closes their connections.
    runtime.shutdown_timeout(CLEAN_UP_TIMEOUT);
    if !dropped {
        // The test may have stopped the server itself, and a later run drops what remains. So this is not a failure.
        let _ = new_runtime()
            .block_on(async { timeout(CLEAN_UP_TIMEOUT, db.drop_through_connection()).await });
    }
    result
}

fn new_runtime() -> Runtime {
    Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("could not start a runtime")
}
