//! Protection for programs that keep sqlx's pool.

use futures_core::future::BoxFuture;
use sqlx::pool::PoolConnectionMetadata;
use sqlx::{Executor as _, PgConnection, Result};

/// Rolls back what a dropped future left open, before sqlx's pool hands the connection to anyone else.
///
/// If the future of `begin` of sqlx 0.9.0's pool is dropped while the statement is under way, for example by a timeout,
/// the connection returns to the pool inside a transaction. The next statement on it succeeds and is never committed
/// ([sqlx#4393](https://github.com/launchbadge/sqlx/issues/4393)). This function prevents that, for one round trip each
/// time a connection is returned. [`Pool`](super::Pool) needs no such option.
///
/// ```
/// use sqlx::postgres::PgPoolOptions;
///
/// # async fn run() -> sqlx::Result<()> {
/// let pool = PgPoolOptions::new()
///     .after_release(schema_core::pool::roll_back_on_release)
///     .connect("postgres://localhost/clinic")
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// The connection's error if it was lost. sqlx then closes the connection.
pub fn roll_back_on_release(
    connection: &mut PgConnection,
    _: PoolConnectionMetadata,
) -> BoxFuture<'_, Result<bool>> {
    Box::pin(async move {
        for _ in 0..8 {
            match connection.execute("begin; rollback").await {
                Ok(_) => return Ok(true),
                // The error of a statement that was dropped, or of "begin" in a transaction that has failed.
                Err(sqlx::Error::Database(_)) => drop(connection.execute("rollback").await),
                Err(error) => return Err(error),
            }
        }
        // sqlx closes the connection.
        Ok(false)
    })
}
