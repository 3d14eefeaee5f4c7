//! The routes, and how the service runs and stops.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Router, middleware};
use schema_core::Pool;
use tokio::net::TcpListener;
use tokio::sync::Notify;
use tokio::time::sleep;

use crate::problem::Problem;
use crate::{diagnoses, log, orders, patients};

/// How long requests may run after the service was asked to stop.
const DRAIN_LIMIT: Duration = Duration::from_secs(20);
/// How long the connections may be in use after that.
const CLOSE_LIMIT: Duration = Duration::from_secs(5);

/// Returns the service, without a server.
pub fn router(pool: Pool) -> Router {
    Router::new()
        .route("/health", get(health))
        .route("/patients", post(patients::create))
        .route(
            "/patients/{id}",
            get(patients::read).delete(patients::delete),
        )
        .route("/orders", get(orders::list).post(orders::create))
        .route(
            "/orders/{id}",
            get(orders::read)
                .patch(orders::change)
                .delete(orders::delete),
        )
        .route("/orders/{id}/audit", get(orders::audit))
        .route("/orders/{id}/diagnoses", get(diagnoses::nearest))
        .fallback(async || Problem::Request(StatusCode::NOT_FOUND, "no such page".to_owned()))
        .layer(middleware::from_fn(log::request))
        .with_state(pool)
}

/// Serves requests until `stop` completes. Then it accepts no more, completes those that run, and closes the pool.
pub async fn serve(
    listener: TcpListener,
    pool: Pool,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let stopping = Arc::new(Notify::new());
    let notify = Arc::clone(&stopping);
    let serving = axum::serve(listener, router(pool.clone())).with_graceful_shutdown(async move {
        stop.await;
        tracing::info!("stopping");
        notify.notify_one();
    });
    let limit = async {
        stopping.notified().await;
        sleep(DRAIN_LIMIT).await;
    };
    let result = tokio::select! {
        result = serving => result,
        () = limit => {
            tracing::warn!("some requests did not end in time");
            Ok(())
        }
    };
    let in_use = pool.close(CLOSE_LIMIT).await;
    tracing::info!(in_use, "stopped");
    result
}

/// `GET /health`: whether the database answers.
async fn health(State(pool): State<Pool>) -> Result<StatusCode, Problem> {
    let select = sqlx::query("select").execute(&pool).await;
    select.map_err(schema_core::Error::from)?;
    Ok(StatusCode::NO_CONTENT)
}
