//! The helpers of the suite `pool`, with the settings for `PgBouncer`.

use schema_core::Pool;

use crate::db::{self, TestDb, pool_options};
use crate::pool_support::pool_with;

pub(crate) use crate::pool_support::{Note, backend, eventually, ids, note, on, outside};

/// Opens a pool with this many connections, and creates the table of notes.
pub(crate) async fn pool(db: &TestDb, connections: u32) -> Pool {
    pool_with(db, pool_options().max_connections(connections)).await
}

/// Runs a test on a pool of one connection, which is the only one of the test.
pub(crate) fn run_alone(test: impl AsyncFnOnce(Pool)) {
    db::run(async |db| {
        db.pool().close().await;
        test(pool(&db, 1).await).await;
    });
}
