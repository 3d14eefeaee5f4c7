//! Opens the pool and creates the tables.

use std::str::FromStr as _;

use anyhow::{Context as _, Result};
use schema_core::Pool;
use schema_core::pool::PoolOptions;
use schema_core::prelude::*;
use schema_embedded::Server;
use serde_json::json;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _, PgConnection};

use crate::AGENTS;
use crate::data::World;
use crate::tables::{Context, Memory, NewContext, Progress, Step};

/// Opens a pool whose connections find the tables in the Postgres schema of this example, which is empty.
pub(crate) async fn connect(server: &Server) -> Result<Pool> {
    let options =
        PgConnectOptions::from_str(server.url()).context("`DATABASE_URL` is not a Postgres URL")?;
    let mut connection = options
        .connect()
        .await
        .context("could not connect to Postgres")?;
    clear(&mut connection).await?;
    connection.close().await?;

    let connections = server.max_connections().min(AGENTS.unsigned_abs());
    let pool = PoolOptions::new()
        .max_connections(connections)
        .after_connect(|connection| Box::pin(enter(connection)))
        .connect_with(options)
        .await?;
    Ok(pool)
}

/// Creates the tables, and a context for each complaint.
pub(crate) async fn create(pool: &Pool, world: &World) -> Result<()> {
    schema![Context, Memory, Step]
        .create()?
        .execute(pool)
        .await
        .context("could not create the tables")?;
    let contexts: Vec<_> = world
        .complaints
        .iter()
        .map(|complaint| NewContext {
            id: complaint.id,
            complaint: complaint.text.clone(),
            embedding: complaint.embedding.clone(),
            progress: Json(Progress::default()),
            notes: json!({"codes": {}}),
        })
        .collect();
    Context.insert_many(&contexts).execute(pool).await?;
    Ok(())
}

/// Replaces the Postgres schema of the last run with an empty one.
async fn clear(connection: &mut PgConnection) -> Result<()> {
    // pgvector is created first, so that it is not part of the schema and survives when the schema is dropped.
    let sql = "drop schema if exists schema_agent_memory cascade;
        create extension if not exists vector;
        create schema schema_agent_memory;";
    sqlx::raw_sql(sql).execute(connection).await.context(
        "could not create the Postgres schema `schema_agent_memory` and the extension `vector`",
    )?;
    Ok(())
}

/// Puts that Postgres schema first in the connection's search path.
async fn enter(connection: &mut PgConnection) -> sqlx::Result<()> {
    let sql = "select set_config('search_path', 'schema_agent_memory, ' || current_setting('search_path'), false)";
    sqlx::query(sql).execute(connection).await?;
    Ok(())
}
