//! Creates and fills the tables.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use example_data::Complaint;
use indicatif::{ProgressBar, ProgressStyle};
use schema_core::prelude::*;
use sqlx::{PgConnection, PgPool};

use crate::data;
use crate::show;
use crate::tables::{Diagnosis, MedicalOrder, Patient};

const TABLES: Schema = schema![Patient, Diagnosis, MedicalOrder];
/// Rows per `insert`.
const BATCH: usize = 500;

/// Replaces the Postgres schema of the last run with an empty one.
pub(crate) async fn clear(connection: &mut PgConnection) -> Result<()> {
    // pgvector is created first, so that it is not part of the schema and survives when the schema is dropped.
    let sql = "drop schema if exists schema_quickstart cascade;
        create extension if not exists vector;
        create schema schema_quickstart;";
    sqlx::raw_sql(sql).execute(connection).await.context(
        "could not create the Postgres schema `schema_quickstart` and the extension `vector`",
    )?;
    Ok(())
}

/// Puts that Postgres schema first in the connection's search path.
pub(crate) async fn enter(connection: &mut PgConnection) -> sqlx::Result<()> {
    let sql = "select set_config('search_path', 'schema_quickstart, ' || current_setting('search_path'), false)";
    sqlx::query(sql).execute(connection).await?;
    Ok(())
}

/// Creates the tables, without their indexes.
pub(crate) async fn create(pool: &PgPool) -> Result<()> {
    TABLES
        .create_tables()?
        .execute(pool)
        .await
        .context("could not create the tables")
}

/// Fills the tables.
pub(crate) async fn fill(pool: &PgPool, complaints: &[Complaint]) -> Result<()> {
    let diagnoses = data::diagnoses()?;
    let began = Instant::now();
    let bar = progress_bar(diagnoses.len())?;
    for rows in diagnoses.chunks(BATCH) {
        Diagnosis
            .insert_many(rows)
            .execute(pool)
            .await
            .context("could not load the diagnoses")?;
        bar.inc(rows.len() as u64);
    }
    bar.finish_and_clear();
    show::note(&format!(
        "loaded {} diagnoses with their embeddings, {BATCH} per statement: {}",
        diagnoses.len(),
        show::seconds(began.elapsed())
    ))?;

    let patients = Patient
        .insert_many(data::patients())
        .returning(Patient.id)
        .fetch_all(pool)
        .await?;
    MedicalOrder
        .insert_many(data::visits(complaints, &patients))
        .execute(pool)
        .await?;
    Ok(())
}

/// Creates the indexes. After the rows, because the index of the embeddings then takes a fifth of the time.
pub(crate) async fn index(pool: &PgPool) -> Result<()> {
    let began = Instant::now();
    let spinner = ProgressBar::new_spinner().with_message("indexing the embeddings");
    spinner.enable_steady_tick(Duration::from_millis(100));
    TABLES
        .create_indexes()?
        .execute(pool)
        .await
        .context("could not create the indexes")?;
    spinner.finish_and_clear();
    show::note(&format!(
        "indexed the embeddings (HNSW): {}",
        show::seconds(began.elapsed())
    ))?;
    Ok(())
}

fn progress_bar(length: usize) -> Result<ProgressBar> {
    let style =
        ProgressStyle::with_template("loading diagnoses {wide_bar:.cyan/dim} {pos}/{len} {eta}")?;
    Ok(ProgressBar::new(length as u64).with_style(style))
}
