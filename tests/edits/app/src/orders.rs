//! Orders of patients.

use chrono::{DateTime, Utc};
use schema_core::Result;
use schema_core::prelude::*;
use serde_json::json;
use sqlx::PgPool;

use crate::schema::*;

pub async fn place(pool: &PgPool, patient: i64, total: f64) -> Result<i64> {
    MedicalOrder
        .insert(NewMedicalOrder {
            patient_id: patient,
            total,
        })
        .set(MedicalOrder.priority, 3)
        .returning(MedicalOrder.id)
        .fetch_one(pool)
        .await
}

pub async fn place_paid(pool: &PgPool, order: NewMedicalOrder) -> Result<MedicalOrder> {
    MedicalOrder
        .insert(order)
        .set(MedicalOrder.status, OrderStatus::Paid)
        .returning_all()
        .fetch_one(pool)
        .await
}

pub async fn pay(pool: &PgPool, order: i64, comment: Option<&str>) -> Result<()> {
    let mut transaction = pool.begin().await?;
    MedicalOrder
        .update()
        .set(MedicalOrder.status, OrderStatus::Paid)
        .filter(MedicalOrder.id.eq(order))
        .execute(&mut *transaction)
        .await?;
    if let Some(comment) = comment {
        Note.insert(NewNote {
            order_id: order,
            title: "paid".to_owned(),
            content: comment.to_owned(),
            embedding: Vector::from([0.0, 0.0, 1.0]),
        })
        .on_conflict((Note.order_id, Note.title))
        .do_nothing()
        .execute(&mut *transaction)
        .await?;
    }
    transaction.commit().await?;
    Ok(())
}

pub async fn analyse(pool: &PgPool, order: i64, summary: String) -> Result<u64> {
    let analysis = Analysis {
        agent: "triage".to_owned(),
        summary,
        confidence: 0.9,
    };
    MedicalOrder
        .update()
        .set(MedicalOrder.analysis, Json(analysis))
        .filter(MedicalOrder.id.eq(order))
        .execute(pool)
        .await
}

pub async fn of_patient(pool: &PgPool, patient: i64) -> Result<Vec<MedicalOrder>> {
    MedicalOrder
        .select()
        .filter(MedicalOrder.patient_id.eq(patient))
        .order_by(MedicalOrder.created_at.desc())
        .fetch_all(pool)
        .await
}

pub async fn with_patients(pool: &PgPool) -> Result<Vec<(MedicalOrder, Patient)>> {
    MedicalOrder
        .select()
        .inner_join(Patient, MedicalOrder.patient_id.eq(Patient.id))
        .filter(MedicalOrder.status.eq(OrderStatus::Paid))
        .filter(Patient.name.ilike("%ana%"))
        .fetch_all(pool)
        .await
}

pub async fn with_patients_by_key(pool: &PgPool) -> Result<Vec<(MedicalOrder, Patient)>> {
    MedicalOrder
        .select()
        .inner_join_on(MedicalOrder.patient_id)
        .fetch_all(pool)
        .await
}

pub async fn with_notes(pool: &PgPool) -> Result<Vec<(MedicalOrder, Option<Note>)>> {
    MedicalOrder
        .select()
        .left_join(Note, Note.order_id.eq(MedicalOrder.id))
        .filter(MedicalOrder.status.ne(OrderStatus::Cancelled))
        .fetch_all(pool)
        .await
}

pub async fn note_titles(pool: &PgPool) -> Result<Vec<(i64, Option<String>)>> {
    MedicalOrder
        .select()
        .left_join(Note, Note.order_id.eq(MedicalOrder.id))
        .columns((MedicalOrder.id, Note.title))
        .fetch_all(pool)
        .await
}

pub async fn by_agent(pool: &PgPool, agent: &str) -> Result<Vec<MedicalOrder>> {
    MedicalOrder
        .select()
        .filter(MedicalOrder.analysis.contains(json!({ "agent": agent })))
        .fetch_all(pool)
        .await
}

pub struct Search {
    pub status: Option<OrderStatus>,
    pub since: Option<DateTime<Utc>>,
    pub cheapest_first: bool,
}

pub async fn search(pool: &PgPool, search: Search) -> Result<Vec<MedicalOrder>> {
    let mut query = MedicalOrder
        .select()
        .filter(search.status.map(|status| MedicalOrder.status.eq(status)))
        .boxed();
    if let Some(since) = search.since {
        query = query.filter(MedicalOrder.created_at.ge(since));
    }
    if search.cheapest_first {
        query = query.order_by(MedicalOrder.total.asc());
    }
    query.limit(50).fetch_all(pool).await
}

pub async fn reprice(pool: &PgPool, order: i64, total: f64) -> Result<f64> {
    MedicalOrder
        .update()
        .set(MedicalOrder.total, total)
        .filter(MedicalOrder.id.eq(order))
        .returning(MedicalOrder.total)
        .fetch_one(pool)
        .await
}

pub async fn drop_cancelled(pool: &PgPool) -> Result<u64> {
    MedicalOrder
        .delete()
        .filter(MedicalOrder.status.eq(OrderStatus::Cancelled))
        .execute(pool)
        .await
}

pub fn heading(order: &MedicalOrder) -> String {
    let state = match order.status {
        OrderStatus::Pending => "waits",
        OrderStatus::Paid => "is paid",
        OrderStatus::Cancelled => "is off",
    };
    match &order.analysis {
        Some(analysis) => format!("{state}: {} ({})", analysis.summary, analysis.agent),
        None => state.to_owned(),
    }
}
