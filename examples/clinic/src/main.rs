//! Starts the service: `cargo run --bin clinic`.
//!
//! Variables of the environment:
//!
//! - `DATABASE_URL`: the Postgres server; an embedded one by default
//! - `POSTGRES_SCHEMA`: the Postgres schema of the service; `schema_clinic` by default
//! - `HOST` and `PORT`: the address; `127.0.0.1` and `8080` by default; port 0 is any free one
//! - `LOG`: the levels of the logs; `info` by default

use std::env;

use anyhow::{Context, Result};
use clinic::example_data::ExampleData;
use clinic::{app, database, log};
use schema_embedded::Server;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

#[tokio::main]
async fn main() -> Result<()> {
    log::init()?;
    let server = Server::from_env_or_embedded()
        .await
        .context("could not start the embedded Postgres")?;
    let result = run(&server).await;
    server.stop().await;
    result
}

async fn run(server: &Server) -> Result<()> {
    let schema = variable("POSTGRES_SCHEMA", "schema_clinic");
    let pool = database::connect(server.url(), server.max_connections(), &schema).await?;
    database::set_up(&pool, &schema, &ExampleData::read()?).await?;

    let address = format!(
        "{}:{}",
        variable("HOST", "127.0.0.1"),
        variable("PORT", "8080")
    );
    let listener = TcpListener::bind(&address)
        .await
        .with_context(|| format!("could not listen on {address}"))?;
    let url = format!("http://{}", listener.local_addr()?);
    tracing::info!(url, embedded = server.is_embedded(), "listening");
    app::serve(listener, pool, stop_signal()?).await?;
    Ok(())
}

/// Returns a variable of the environment.
fn variable(name: &str, default: &str) -> String {
    env::var(name).unwrap_or_else(|_| default.to_owned())
}

/// Returns a future that completes on ctrl-c or SIGTERM.
fn stop_signal() -> Result<impl Future<Output = ()> + Send + 'static> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}
