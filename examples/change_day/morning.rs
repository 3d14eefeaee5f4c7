//! Opens the pool, creates the tables of the morning, and fills them.

use std::fmt;
use std::str::FromStr as _;

use anyhow::{Context as _, Result};
use schema_core::prelude::*;
use schema_embedded::Server;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _, PgConnection, PgPool};

use crate::before::tables::{MedicalOrder, NewMedicalOrder, NewPatient, Patient, TABLES};

/// Rows per `insert`.
const BATCH: usize = 500;

/// The numbers of rows.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Count {
    patients: i64,
    orders: i64,
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} patients, {} orders", self.patients, self.orders)
    }
}

/// Opens a pool whose connections find the tables in the Postgres schema of this example, which is empty.
pub(crate) async fn connect(server: &Server) -> Result<PgPool> {
    let options =
        PgConnectOptions::from_str(server.url()).context("`DATABASE_URL` is not a Postgres URL")?;
    let mut connection = options
        .connect()
        .await
        .context("could not connect to Postgres")?;
    clear(&mut connection).await?;
    connection.close().await?;
    let pool = PgPoolOptions::new()
        .max_connections(server.max_connections())
        .after_connect(|connection, _| Box::pin(enter(connection)))
        .connect_with(options)
        .await?;
    Ok(pool)
}

/// Replaces the Postgres schema of the last run with an empty one.
async fn clear(connection: &mut PgConnection) -> Result<()> {
    let sql = "drop schema if exists schema_change_day cascade; create schema schema_change_day;";
    sqlx::raw_sql(sql)
        .execute(connection)
        .await
        .context("could not create the Postgres schema `schema_change_day`")?;
    Ok(())
}

/// Puts that Postgres schema first in the connection's search path.
async fn enter(connection: &mut PgConnection) -> sqlx::Result<()> {
    let sql = "select set_config('search_path', 'schema_change_day', false)";
    sqlx::query(sql).execute(connection).await?;
    Ok(())
}

/// Creates the tables with six patients and an order for each diagnosis of the example data. Returns the patients.
pub(crate) async fn create(pool: &PgPool) -> Result<Vec<i64>> {
    TABLES
        .create()?
        .execute(pool)
        .await
        .context("could not create the tables")?;
    let patients = example_data::patients().map(|(name, _)| NewPatient {
        email: format!("{}@example.org", name.to_lowercase().replace(' ', ".")),
        name: name.to_owned(),
    });
    let patients = Patient
        .insert_many(patients)
        .returning(Patient.id)
        .fetch_all(pool)
        .await?;
    let diagnoses = example_data::diagnoses()?;
    let orders: Vec<_> = diagnoses
        .into_iter()
        .zip(patients.iter().cycle())
        .map(|(diagnosis, patient)| NewMedicalOrder {
            patient_id: *patient,
            complaint: diagnosis.description,
        })
        .collect();
    for orders in orders.chunks(BATCH) {
        MedicalOrder.insert_many(orders).execute(pool).await?;
    }
    Ok(patients)
}

/// Counts the rows.
pub(crate) async fn rows(pool: &PgPool) -> Result<Count> {
    Ok(Count {
        patients: Patient.select().columns(count()).fetch_one(pool).await?,
        orders: MedicalOrder
            .select()
            .columns(count())
            .fetch_one(pool)
            .await?,
    })
}
