//! The progress of an index that is being built.

use std::convert::Infallible;
use std::future::pending;
use std::time::Duration;

use sqlx::ConnectOptions as _;
use sqlx::postgres::PgConnectOptions;
use tokio::time::sleep;

use super::Migrator;
use crate::migrate::{Event, Place};

const INTERVAL: Duration = Duration::from_millis(500);

/// Reports the progress of what the server process builds, until it is dropped. A connection that fails ends the reports,
/// not the migration.
pub(super) async fn report(
    migrator: &Migrator,
    options: &PgConnectOptions,
    pid: i32,
    place: &Place,
) -> Infallible {
    let Ok(mut connection) = options.connect().await else {
        return pending().await;
    };
    loop {
        sleep(INTERVAL).await;
        let row: sqlx::Result<Option<(String, i64, i64)>> = sqlx::query_as(
            "select coalesce(phase, '') as phase, \
             coalesce(nullif(tuples_done, 0), nullif(blocks_done, 0), lockers_done, 0) as done, \
             coalesce(nullif(tuples_total, 0), nullif(blocks_total, 0), lockers_total, 0) as total \
             from pg_stat_progress_create_index where pid = $1",
        )
        .bind(pid)
        .fetch_optional(&mut connection)
        .await;
        match row {
            Ok(Some((phase, done, total))) => migrator.report(&Event::IndexProgress {
                place,
                phase: &phase,
                done,
                total,
            }),
            Ok(None) => {}
            Err(_) => return pending().await,
        }
    }
}
