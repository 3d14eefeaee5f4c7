//! Creates databases, fills them, and makes copies of them.

use std::str::FromStr as _;

use anyhow::{Context as _, Result, ensure};
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, PgConnection};

use crate::way::Library;

/// The rows that each database has before the edit.
const ROWS: &str = "
    insert into patients (email, name)
        select 'patient' || number || '@example.org', 'Patient ' || number from generate_series(1, 6) number;
    insert into medical_orders (patient_id, complaint)
        select 1 + number % 6, 'Complaint ' || number from generate_series(1, 4961) number;
    analyze";

/// A server.
pub(crate) struct Databases {
    url: String,
    connection: PgConnection,
}

impl Databases {
    pub(crate) async fn connect(url: &str) -> Result<Self> {
        let options =
            PgConnectOptions::from_str(url).context("`DATABASE_URL` is not a Postgres URL")?;
        let connection = options.connect().await;
        Ok(Self {
            url: url.to_owned(),
            connection: connection.context("could not connect to Postgres")?,
        })
    }

    /// Returns the URL of a library's database.
    pub(crate) fn url(&self, library: Library) -> Result<String> {
        let (start, end) = self.url.rsplit_once('/').context("the URL has no path")?;
        ensure!(!start.ends_with('/'), "the URL names no database");
        let settings = end.split_once('?').map_or("", |(_, settings)| settings);
        Ok(format!(
            "{start}/schema_day_{}?{settings}",
            library.folder()
        ))
    }

    /// Creates an empty database.
    pub(crate) async fn create(&mut self, library: Library) -> Result<()> {
        let name = library.folder();
        self.run(format!(
            "drop database if exists schema_day_{name} with (force)"
        ))
        .await?;
        self.run(format!("create database schema_day_{name}")).await
    }

    /// Fills the database, and keeps a copy of it.
    pub(crate) async fn fill(&mut self, library: Library) -> Result<()> {
        let options = PgConnectOptions::from_str(&self.url(library)?)?;
        let mut connection = options.connect().await?;
        sqlx::raw_sql(ROWS).execute(&mut connection).await?;
        sqlx::Connection::close(connection).await?;
        let name = library.folder();
        self.run(format!("drop database if exists schema_day_{name}_before"))
            .await?;
        self.run(format!(
            "create database schema_day_{name}_before template schema_day_{name}"
        ))
        .await
    }

    /// Makes the database like the copy.
    pub(crate) async fn restore(&mut self, library: Library) -> Result<()> {
        let name = library.folder();
        self.run(format!(
            "drop database if exists schema_day_{name} with (force)"
        ))
        .await?;
        self.run(format!(
            "create database schema_day_{name} template schema_day_{name}_before"
        ))
        .await
    }

    async fn run(&mut self, sql: String) -> Result<()> {
        sqlx::raw_sql(AssertSqlSafe(sql))
            .execute(&mut self.connection)
            .await?;
        Ok(())
    }
}
