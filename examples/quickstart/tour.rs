//! The queries. Each function builds one, prints its SQL, runs it, and prints its rows.

use anyhow::{Context, Result};
use example_data::Complaint;
use schema_core::prelude::*;
use serde_json::json;
use sqlx::{PgConnection, PgPool};

use crate::show;
use crate::tables::{Analysis, Diagnosis, MedicalOrder, OrderStatus, Patient};

pub(crate) async fn run(pool: &PgPool, complaints: &[Complaint]) -> Result<()> {
    filter(pool).await?;
    left_join(pool).await?;
    aggregate(pool).await?;
    json(pool).await?;
    let wrist = complaints
        .iter()
        .find(|complaint| complaint.text.starts_with("broken wrist"))
        .context("no complaint of a broken wrist in queries.tsv")?;
    let nearest = similarity(pool, wrist).await?;
    transaction(pool, &wrist.text, &nearest).await?;
    show::heading("Next steps")?;
    show::note(
        "See examples/quickstart/tables.rs for the tables, tour.rs for the queries, and README.md to get started.",
    )?;
    show::note("Rename a column there, and `cargo check` reports each line that no longer fits.")?;
    Ok(())
}

async fn filter(pool: &PgPool) -> Result<()> {
    let migraines = Diagnosis
        .select()
        .filter(
            Diagnosis
                .description
                .ilike("%migraine%")
                .and(Diagnosis.chapter.eq(6)),
        )
        .order_by(Diagnosis.code.asc())
        .limit(4)
        .columns((Diagnosis.code, Diagnosis.description));
    show::heading("Filter: diagnoses of the nervous system that mention a migraine")?;
    show::sql(&migraines.to_sql())?;

    let rows: Vec<(String, String)> = migraines.fetch_all(pool).await?;
    show::rows(
        ["code", "description"],
        rows.into_iter().map(<[String; 2]>::from),
    )?;
    Ok(())
}

async fn left_join(pool: &PgPool) -> Result<()> {
    let elders = Patient
        .select()
        .left_join(
            MedicalOrder,
            MedicalOrder
                .patient_id
                .eq(Patient.id)
                .and(MedicalOrder.status.eq(OrderStatus::Paid)),
        )
        .order_by((Patient.born.asc(), MedicalOrder.id.asc()))
        .limit(6)
        .columns((Patient.name, Patient.born, MedicalOrder.complaint));
    show::heading("Left join: the oldest patients and the orders they have paid, if any")?;
    show::sql(&elders.to_sql())?;

    // A column of the left-joined table is an `Option`.
    let rows: Vec<(String, _, Option<String>)> = elders.fetch_all(pool).await?;
    let rows = rows.into_iter().map(|(name, born, complaint)| {
        [
            name,
            born.to_string(),
            complaint.unwrap_or_else(|| "—".to_owned()),
        ]
    });
    show::rows(["name", "born", "complaint"], rows)?;
    Ok(())
}

async fn aggregate(pool: &PgPool) -> Result<()> {
    let by_status = MedicalOrder
        .select()
        .group_by(MedicalOrder.status)
        .order_by((count().desc(), MedicalOrder.status.asc()))
        .columns((MedicalOrder.status, count(), avg(MedicalOrder.priority)));
    show::heading("Aggregate: orders by status")?;
    show::sql(&by_status.to_sql())?;

    let rows: Vec<(OrderStatus, i64, Option<f64>)> = by_status.fetch_all(pool).await?;
    let rows = rows.into_iter().map(|(status, orders, priority)| {
        [
            status.to_string(),
            orders.to_string(),
            format!("{:.2}", priority.unwrap_or_default()),
        ]
    });
    show::rows(["status", "orders", "mean priority"], rows)?;
    Ok(())
}

async fn json(pool: &PgPool) -> Result<()> {
    let urgent = MedicalOrder
        .select()
        .filter(
            MedicalOrder
                .ai_analysis
                .contains(json!({"agent": "triage", "urgent": true})),
        )
        .order_by(MedicalOrder.id.asc())
        .columns((
            MedicalOrder.id,
            MedicalOrder.complaint,
            MedicalOrder.ai_analysis,
        ));
    show::heading("JSON: orders that the agent `triage` marked as urgent, read into a struct")?;
    show::sql(&urgent.to_sql())?;

    let rows: Vec<(i64, String, Option<Json<Analysis>>)> = urgent.fetch_all(pool).await?;
    let rows = rows.into_iter().map(|(id, complaint, analysis)| {
        let score = analysis.map_or_else(String::new, |analysis| format!("{:.2}", analysis.score));
        [id.to_string(), complaint, score]
    });
    show::rows(["id", "complaint", "score"], rows)?;
    Ok(())
}

/// Prints the diagnoses nearest to a complaint and returns the code of the first.
async fn similarity(pool: &PgPool, complaint: &Complaint) -> Result<String> {
    let distance = Diagnosis.embedding.cosine_distance(&complaint.embedding);
    let nearest = Diagnosis
        .select()
        .order_by(distance.asc())
        .limit(5)
        .columns((Diagnosis.code, Diagnosis.description, distance));
    show::heading(&format!(
        "Similarity: diagnoses nearest to “{}”, by embedding",
        complaint.text
    ))?;
    show::sql(&nearest.to_sql())?;

    let rows: Vec<(String, String, f64)> = nearest.fetch_all(pool).await?;
    let first = rows.first().context("there are no diagnoses")?.0.clone();
    let rows = rows
        .into_iter()
        .map(|(code, description, distance)| [code, description, format!("{distance:.3}")]);
    show::rows(["code", "description", "distance"], rows)?;
    Ok(first)
}

async fn transaction(pool: &PgPool, complaint: &str, diagnosis: &str) -> Result<()> {
    let update = MedicalOrder
        .update()
        .set(MedicalOrder.diagnosis, diagnosis)
        .set(MedicalOrder.status, OrderStatus::Paid)
        .set(MedicalOrder.priority, MedicalOrder.priority + 1)
        .filter(MedicalOrder.complaint.eq(complaint));
    let delete = MedicalOrder
        .delete()
        .filter(MedicalOrder.status.eq(OrderStatus::Cancelled));
    show::heading("Transaction: set the diagnosis of that order, delete the cancelled orders")?;
    show::sql(&update.to_sql())?;
    show::sql(&delete.to_sql())?;

    let mut transaction = pool.begin().await?;
    let before = state(&mut transaction, complaint).await?;
    let updated = update.execute(&mut *transaction).await?;
    let deleted = delete.execute(&mut *transaction).await?;
    let after = state(&mut transaction, complaint).await?;
    transaction.commit().await?;

    let names = ["", "orders", "status", "priority", "diagnosis"];
    show::rows(
        names,
        [("before", before), ("after", after)].map(with_label),
    )?;
    show::note(&format!("{updated} row updated, {deleted} rows deleted"))?;
    Ok(())
}

/// The number of orders, and the state of the order with this complaint.
async fn state(connection: &mut PgConnection, complaint: &str) -> Result<[String; 4]> {
    let orders: i64 = MedicalOrder
        .select()
        .columns(count())
        .fetch_one(&mut *connection)
        .await?;
    let (status, priority, diagnosis) = MedicalOrder
        .select()
        .filter(MedicalOrder.complaint.eq(complaint))
        .columns((
            MedicalOrder.status,
            MedicalOrder.priority,
            MedicalOrder.diagnosis,
        ))
        .fetch_one(connection)
        .await?;
    let diagnosis = diagnosis.unwrap_or_else(|| "—".to_owned());
    Ok([
        orders.to_string(),
        status.to_string(),
        priority.to_string(),
        diagnosis,
    ])
}

fn with_label((label, [orders, status, priority, diagnosis]): (&str, [String; 4])) -> [String; 5] {
    [label.to_owned(), orders, status, priority, diagnosis]
}
