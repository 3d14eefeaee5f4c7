//! The queries of the orders.

use chrono::Utc;
use sqlx::types::Json;
use sqlx::{PgPool, Result};

use super::tables::{Analysis, MedicalOrder, OrderStatus, Priority, WaitingOrder};

/// Saves an order.
pub(crate) async fn place(pool: &PgPool, patient_id: i64, complaint: &str) -> Result<i64> {
    sqlx::query_scalar!(
        "insert into medical_orders (patient_id, complaint) values ($1, $2) returning id",
        patient_id,
        complaint
    )
    .fetch_one(pool)
    .await
}

/// Marks an order as paid, and returns it.
pub(crate) async fn pay(pool: &PgPool, id: i64) -> Result<MedicalOrder> {
    sqlx::query_as!(
        MedicalOrder,
        r#"update medical_orders set status = $2 where id = $1
        returning id, patient_id, complaint, status as "status: OrderStatus", created_at,
            ai_analysis as "ai_analysis: Json<Analysis>", priority as "priority: Priority""#,
        id,
        OrderStatus::Paid as OrderStatus
    )
    .fetch_one(pool)
    .await
}

/// Returns the orders of a patient.
pub(crate) async fn of_patient(pool: &PgPool, patient_id: i64) -> Result<Vec<MedicalOrder>> {
    sqlx::query_as!(
        MedicalOrder,
        r#"select id, patient_id, complaint, status as "status: OrderStatus", created_at,
            ai_analysis as "ai_analysis: Json<Analysis>", priority as "priority: Priority"
        from medical_orders where patient_id = $1 order by id"#,
        patient_id
    )
    .fetch_all(pool)
    .await
}

/// Returns an order that is not saved yet, to be shown to the patient.
pub(crate) fn draft(patient_id: i64, complaint: &str) -> MedicalOrder {
    MedicalOrder {
        id: 0,
        patient_id,
        complaint: complaint.to_owned(),
        status: OrderStatus::Pending,
        created_at: Utc::now(),
        ai_analysis: None,
        priority: Priority::Routine,
    }
}

/// Saves the analysis of an order, and its priority.
pub(crate) async fn triage(
    pool: &PgPool,
    id: i64,
    analysis: Analysis,
    priority: Priority,
) -> Result<u64> {
    let result = sqlx::query!(
        "update medical_orders set ai_analysis = $2, priority = $3 where id = $1",
        id,
        Json(analysis) as Json<Analysis>,
        priority as Priority
    )
    .execute(pool)
    .await?;
    Ok(result.rows_affected())
}

/// Returns the orders that wait, the most urgent first.
pub(crate) async fn waiting(pool: &PgPool, limit: i64) -> Result<Vec<WaitingOrder>> {
    sqlx::query_as!(
        WaitingOrder,
        r#"select patients.name, medical_orders.complaint,
            medical_orders.ai_analysis as "ai_analysis: Json<Analysis>",
            medical_orders.priority as "priority: Priority"
        from medical_orders join patients on patients.id = medical_orders.patient_id
        where medical_orders.status = 'pending'
        order by medical_orders.priority desc, medical_orders.created_at, medical_orders.id limit $1"#,
        limit
    )
    .fetch_all(pool)
    .await
}

/// Returns the line of an order in a list.
pub(crate) fn line(order: &WaitingOrder) -> String {
    let analysis = order.ai_analysis.as_ref();
    let summary = analysis.map_or("no analysis", |analysis| &analysis.summary);
    let (name, complaint, priority) = (&order.name, &order.complaint, order.priority);
    format!("{name}: {complaint} ({priority:?}; {summary})")
}
