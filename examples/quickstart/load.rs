//! Creating and filling the tables.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};
use schema_core::prelude::*;
use sqlx::{PgConnection, PgPool};

use crate::data::{self, Search};
use crate::show;
use crate::tables::{Diagnosis, MedicalOrder, Patient};

/// What there is to create.
const TABLES: Schema = schema![Patient, Diagnosis, MedicalOrder];
/// Rows in one `insert`.
const BATCH: usize = 500;

/// Makes an empty Postgres schema for all that this program creates; that of the last run goes.
pub(crate) async fn clear(connection: &mut PgConnection) -> Result<()> {
    // pgvector comes before the schema, so that it is not created in there, and stays when the schema goes.
    let sql = "drop schema if exists schema_quickstart cascade;
        create extension if not exists vector;
        create schema schema_quickstart;";
    sqlx::raw_sql(sql).execute(connection).await.context(
        "could not make the Postgres schema `schema_quickstart`, and the extension `vector`",
    )?;
    Ok(())
}

/// Lets a connection create its tables in that Postgres schema, and look there first.
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
pub(crate) async fn fill(pool: &PgPool, searches: &[Search]) -> Result<()> {
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
        "loaded {} diagnoses with their embeddings, {BATCH} in one statement: {}",
        diagnoses.len(),
        show::seconds(began.elapsed())
    ))?;

    let patients = Patient
        .insert_many(data::patients())
        .returning(Patient.id)
        .fetch_all(pool)
        .await?;
    MedicalOrder
        .insert_many(data::visits(searches, &patients))
        .execute(pool)
        .await?;
    Ok(())
}

/// Makes the indexes. After the rows, since the one of the embeddings then takes a fifth of the time.
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
