//! A day of a clinic's developer: `cargo run --bin change_day`.
//!
//! In the morning, the database has the tables of `before`, and 4,961 orders. Then `ai_analysis` and `priority` are added to
//! the orders. The program shows what `schema_kit` would do, does it, and runs the queries of `after` on the same rows. The
//! page `docs/change-day.md` tells the day, with the errors that the compiler reports between the two modules.
//!
//! No server is required: the program starts an embedded Postgres. If `DATABASE_URL` is set, it uses that server, in its own
//! Postgres schema.
//!
//! - `before`, `after` — the tables and the queries of the orders, before and after the edit
//! - `change.rs` — plans and applies the changes: what `push` does, as a library
//! - `morning.rs` — opens the pool, creates the tables of `before`, and fills them

mod after;
mod before;
mod change;
mod morning;

use std::io::{self, Write as _};

use anyhow::{Context as _, Result, ensure};
use schema_core::prelude::*;
use schema_embedded::Server;
use sqlx::PgPool;

use crate::after::tables::{Analysis, MedicalOrder, Priority};

/// The length of a list.
const SHOWN: i64 = 3;

#[tokio::main]
async fn main() -> Result<()> {
    let server = Server::from_env_or_embedded()
        .await
        .context("could not start the embedded Postgres")?;
    let result = run(&server).await;
    server.stop().await;
    result
}

async fn run(server: &Server) -> Result<()> {
    let pool = morning::connect(server).await?;
    let patients = morning::create(&pool).await?;
    let patient = *patients.first().context("there are no patients")?;
    let mut out = io::stdout();
    let before = morning::rows(&pool).await?;
    writeln!(out, "# Morning: {before}\n")?;
    let draft = before::orders::draft(patient, "trouble sleeping");
    let order = before::orders::place(&pool, draft.patient_id, &draft.complaint).await?;
    before::orders::pay(&pool, order).await?;
    for (order, patient) in before::orders::waiting(&pool, SHOWN).await? {
        writeln!(out, "- {}", before::orders::line(&order, &patient))?;
    }
    let orders = before::orders::of_patient(&pool, patient).await?;
    writeln!(out, "- the first patient has {} orders", orders.len())?;
    let before = morning::rows(&pool).await?;

    writeln!(out, "\n# If `priority` had no default\n")?;
    let plan = change::plan(&pool, &change::without_default(&after::tables::TABLES)?).await?;
    write!(out, "{plan}")?;
    writeln!(out, "\n# The plan\n")?;
    let plan = change::plan(&pool, &after::tables::TABLES.model()?).await?;
    write!(out, "{plan}")?;
    change::apply(&pool, &plan).await?;

    let after = morning::rows(&pool).await?;
    writeln!(out, "\n# Evening: {after}\n")?;
    ensure!(before == after, "rows were lost: {before} before");
    let rest = change::plan(&pool, &after::tables::TABLES.model()?).await?;
    ensure!(rest.is_empty(), "the database differs from the structs");
    evening(&pool, patient, &mut out).await?;
    pool.close().await;
    Ok(())
}

/// Runs the new queries.
async fn evening(pool: &PgPool, patient: i64, out: &mut impl io::Write) -> Result<()> {
    let routine = MedicalOrder
        .select()
        .filter(MedicalOrder.priority.eq(Priority::Routine))
        .filter(MedicalOrder.ai_analysis.is_null())
        .columns(count())
        .fetch_one(pool)
        .await?;
    writeln!(out, "{routine} orders are routine and have no analysis.\n")?;
    let complaint = "crushing chest pain that spreads to the left arm";
    let draft = after::orders::draft(patient, complaint);
    let order = after::orders::place(pool, draft.patient_id, &draft.complaint).await?;
    let analysis = Analysis {
        summary: "suspected infarction".to_owned(),
        confidence: 0.93,
    };
    after::orders::triage(pool, order, analysis, Priority::Emergency).await?;
    for (order, patient) in after::orders::waiting(pool, SHOWN).await? {
        writeln!(out, "- {}", after::orders::line(&order, &patient))?;
    }
    let paid = after::orders::pay(pool, order).await?;
    let orders = after::orders::of_patient(pool, patient).await?;
    let paid = orders.iter().filter(|order| order.status == paid.status);
    let (paid, all) = (paid.count(), orders.len());
    writeln!(
        out,
        "- the first patient has {all} orders, {paid} of them paid"
    )?;
    Ok(())
}
