//! Structured logs: lines for people on a terminal, JSON elsewhere. `LOG` sets the levels, such as `debug` or
//! `clinic=debug,sqlx=info`.

use std::env;
use std::io::{self, IsTerminal as _};
use std::time::Instant;

use anyhow::{Context, Result};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use tracing::{Instrument as _, info, info_span};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{fmt, registry};

/// The default levels: without the notices of the server.
const LEVELS: &str = "info,sqlx::postgres::notice=warn";

/// Writes the logs to the standard output.
pub fn init() -> Result<()> {
    let levels = env::var("LOG").unwrap_or_else(|_| LEVELS.to_owned());
    let levels: Targets = levels
        .parse()
        .context("`LOG` is not a level, such as `debug`")?;
    let layer = if io::stdout().is_terminal() {
        fmt::layer().boxed()
    } else {
        let json = fmt::layer().json().flatten_event(true);
        json.with_span_list(false).boxed()
    };
    registry().with(layer.with_filter(levels)).init();
    Ok(())
}

/// Logs a request: a span around everything it logs, and an event for its response. The query string is not logged,
/// because it contains values.
pub(crate) async fn request(request: Request, next: Next) -> Response {
    let method = request.method().as_str();
    let span = info_span!("request", method, path = request.uri().path());
    async {
        let began = Instant::now();
        let response = next.run(request).await;
        let latency_ms = began.elapsed().as_secs_f64() * 1000.0;
        info!(status = response.status().as_u16(), latency_ms, "response");
        response
    }
    .instrument(span)
    .await
}
