//! Creating and filling the tables.

use std::time::Instant;

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};
use schema_core::prelude::*;
use sqlx::{PgConnection, PgPool};

use crate::data::{self, Search};
use crate::show;
use crate::tables::{Diagnosis, MedicalOrder, Patient};

/// Rows in one `insert`.
const BATCH: usize = 500;

/// Makes a Postgres schema, which holds everything that this program creates, the place where names are looked up first.
pub(crate) async fn enter_postgres_schema(connection: &mut PgConnection) -> sqlx::Result<()> {
    let sql = "select set_config('search_path', 'schema_quickstart, ' || current_setting('search_path'), false)";
    sqlx::query(sql).execute(connection).await?;
    Ok(())
}

/// Creates the tables, in place of those of the last run.
pub(crate) async fn create(pool: &PgPool) -> Result<()> {
    // pgvector first, and thus in the schema that is next on the search path: it stays when ours is dropped.
    let sql = "drop schema if exists schema_quickstart cascade;
        create extension if not exists vector;
        create schema schema_quickstart;";
    sqlx::raw_sql(sql)
        .execute(pool)
        .await
        .context("could not make the Postgres schema `schema_quickstart` with pgvector")?;

    let script = schema![Patient, Diagnosis, MedicalOrder].create()?;
    script
        .execute(pool)
        .await
        .context("could not create the tables")?;
    let statements = script.statements().len();
    show::note(&format!(
        "created 3 tables with all that they need, by {statements} statements"
    ))?;
    Ok(())
}

/// Fills the tables.
pub(crate) async fn fill(pool: &PgPool, searches: &[Search]) -> Result<()> {
    let began = Instant::now();
    let diagnoses = data::diagnoses()?;
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
        "loaded {} diagnoses with their embeddings, {BATCH} in one statement, in {:.1} s",
        diagnoses.len(),
        began.elapsed().as_secs_f64()
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

fn progress_bar(length: usize) -> Result<ProgressBar> {
    let style =
        ProgressStyle::with_template("loading diagnoses {wide_bar:.cyan/dim} {pos}/{len} {eta}")?;
    Ok(ProgressBar::new(length as u64).with_style(style))
}
