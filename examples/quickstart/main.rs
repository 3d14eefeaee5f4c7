//! A tour of the project: `cargo run --bin quickstart`.
//!
//! The program declares three tables, creates them, loads 4,961 diagnosis codes with their embeddings, and runs queries.
//! It prints the SQL and the result of each query. No server is required: the program starts an embedded Postgres. If
//! `DATABASE_URL` is set, it uses that server, in its own Postgres schema.
//!
//! - `tables.rs` — the tables
//! - `tour.rs` — the queries
//! - `load.rs` — creates and fills the tables
//! - `data.rs`, `show.rs` — make the rows and print the output, without use of the library

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
        // The reader of the output has closed the pipe.
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
    let complaints = example_data::complaints()?;
    load::fill(&pool, &complaints).await?;
    load::index(&pool).await?;
    tour::run(&pool, &complaints).await?;

    pool.close().await;
    Ok(())
}

async fn connect(server: &Server) -> Result<PgPool> {
    let options =
        PgConnectOptions::from_str(server.url()).context("`DATABASE_URL` is not a Postgres URL")?;
    // Connect without the pool first: a failure is reported at once, whereas a pool retries until its timeout.
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
