//! Opens the pool, and creates and fills the tables.

use std::time::Duration;

use anyhow::{Context, Result};
use schema_core::pool::PoolOptions;
use schema_core::prelude::*;
use schema_core::{Pool, Transaction};
use sqlx::AssertSqlSafe;

use crate::example_data::ExampleData;
use crate::tables::{Complaint, Diagnosis, MedicalOrder, NewOrderItem, OrderItem, Patient, TABLES};

/// How long a request waits for a connection. Then the service is too busy, and says so.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);
/// Rows per `insert`.
const BATCH: usize = 500;

/// Opens a pool whose connections use the Postgres schema `schema`.
pub async fn connect(url: &str, max_connections: u32, schema: &str) -> Result<Pool> {
    let schema = schema.to_owned();
    PoolOptions::new()
        .max_connections(max_connections)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .after_connect(move |connection| {
            let settings = "select
                set_config('search_path', $1 || ', ' || current_setting('search_path'), false),
                set_config('statement_timeout', '10s', false)";
            let query = sqlx::query(settings).bind(schema.clone());
            Box::pin(async move {
                query.execute(connection).await?;
                Ok(())
            })
        })
        .connect(url)
        .await
        .context("could not connect to Postgres")
}

/// Creates the Postgres schema with the tables and the example data, unless it exists.
///
/// Everything is in one transaction: a program that is stopped meanwhile leaves nothing.
pub async fn set_up(pool: &Pool, schema: &str, data: &ExampleData) -> Result<()> {
    pool.transaction(async |mut transaction| {
        if create_schema(&mut transaction, schema).await? {
            tracing::info!(diagnoses = data.diagnoses.len(), "creating the tables");
            let tables = TABLES.create_tables()?;
            tables.execute(&mut transaction).await?;
            fill(&mut transaction, data).await?;
            // After the rows, because the index of the embeddings then takes a fifth of the time.
            let indexes = TABLES.create_indexes()?;
            indexes.execute(&mut transaction).await?;
        }
        Ok(())
    })
    .await
}

/// Creates the Postgres schema and returns true, unless it exists.
async fn create_schema(transaction: &mut Transaction<'_>, schema: &str) -> Result<bool> {
    // The lock is for services that start at the same time. The extension is not part of the schema, so that it survives
    // when the schema is dropped.
    let prepare = "set local statement_timeout = 0;
        select pg_advisory_xact_lock(7362546);
        create extension if not exists vector with schema public;";
    sqlx::raw_sql(prepare)
        .execute(&mut *transaction)
        .await
        .context("could not create the extension `vector`")?;
    let exists: bool = sqlx::query_scalar("select to_regnamespace($1) is not null")
        .bind(schema)
        .fetch_one(&mut *transaction)
        .await?;
    if !exists {
        let create = AssertSqlSafe(format!("create schema {schema}"));
        sqlx::raw_sql(create).execute(&mut *transaction).await?;
    }
    Ok(!exists)
}

async fn fill(transaction: &mut Transaction<'_>, data: &ExampleData) -> Result<()> {
    for rows in data.diagnoses.chunks(BATCH) {
        let diagnoses = Diagnosis.insert_many(rows);
        diagnoses.execute(&mut *transaction).await?;
    }
    let complaints = Complaint.insert_many(&data.complaints);
    complaints.execute(&mut *transaction).await?;
    let patients = Patient
        .insert_many(&data.patients)
        .returning(Patient.id)
        .fetch_all(&mut *transaction)
        .await?;
    let orders = MedicalOrder
        .insert_many(data.orders(&patients))
        .returning(MedicalOrder.id)
        .fetch_all(&mut *transaction)
        .await?;
    let items = orders.into_iter().map(|order_id| NewOrderItem {
        order_id,
        name: "consultation".to_owned(),
        quantity: 1,
        cents: 8000,
    });
    let items = OrderItem.insert_many(items.collect::<Vec<_>>());
    items.execute(transaction).await?;
    Ok(())
}
