//! The project on one screen: `cargo run --bin quickstart`.
//!
//! It declares three tables, creates them, loads 4,961 diagnosis codes with their embeddings, and runs queries on them.
//! Each is shown with the SQL that it sends and with its result. Nothing needs to be there: it brings a Postgres. With
//! `DATABASE_URL` set it takes that server, and works in a Postgres schema of its own.
//!
//! - `tables.rs` — the tables
//! - `tour.rs` — the queries
//! - `load.rs` — creating and filling the tables
//! - `data.rs`, `show.rs` — files, and what a person sees; nothing of the project

mod data;
mod load;
mod show;
mod tables;
mod tour;

use std::io;
use std::str::FromStr as _;

use anyhow::{Context, Result};
use schema_embedded::Server;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _, PgPool};

#[tokio::main]
async fn main() -> Result<()> {
    let server = Server::from_env_or_embedded()
        .await
        .context("could not start the embedded Postgres")?;
    let result = run(&server).await;
    server.stop().await;
    match result {
        // Whoever reads the output has seen enough.
        Err(error) if is_broken_pipe(&error) => Ok(()),
        result => result,
    }
}

async fn run(server: &Server) -> Result<()> {
    let pool = connect(server).await?;
    let version: String = sqlx::query_scalar("select split_part(version(), ' ', 2)")
        .fetch_one(&pool)
        .await?;
    let place = if server.is_embedded() {
        "embedded"
    } else {
        "DATABASE_URL"
    };
    show::title("quickstart", &format!("PostgreSQL {version} ({place})"))?;

    load::create(&pool).await?;
    let searches = data::searches()?;
    load::fill(&pool, &searches).await?;
    load::index(&pool).await?;
    tour::run(&pool, &searches).await?;

    pool.close().await;
    Ok(())
}

async fn connect(server: &Server) -> Result<PgPool> {
    let options = PgConnectOptions::from_str(server.url())
        .context("`DATABASE_URL` is not the URL of a Postgres")?;
    // A single connection says at once why there is none; a pool tries again, until it runs out of time.
    let mut connection = options
        .connect()
        .await
        .context("could not connect to Postgres")?;
    load::clear(&mut connection).await?;
    connection.close().await?;

    let pool = PgPoolOptions::new()
        .max_connections(server.max_connections())
        .after_connect(|connection, _| Box::pin(load::enter(connection)))
        .connect_with(options)
        .await?;
    Ok(pool)
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
