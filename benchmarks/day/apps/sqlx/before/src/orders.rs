//! The queries of the orders.

use chrono::Utc;
use sqlx::{PgPool, Result};

use super::tables::{MedicalOrder, OrderStatus, WaitingOrder};

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
        returning id, patient_id, complaint, status as "status: OrderStatus", created_at"#,
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
        r#"select id, patient_id, complaint, status as "status: OrderStatus", created_at
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
    }
}

/// Returns the orders that wait, the oldest first.
pub(crate) async fn waiting(pool: &PgPool, limit: i64) -> Result<Vec<WaitingOrder>> {
    sqlx::query_as!(
        WaitingOrder,
        "select patients.name, medical_orders.complaint
        from medical_orders join patients on patients.id = medical_orders.patient_id
        where medical_orders.status = 'pending'
        order by medical_orders.created_at, medical_orders.id limit $1",
        limit
    )
    .fetch_all(pool)
    .await
}

/// Returns the line of an order in a list.
pub(crate) fn line(order: &WaitingOrder) -> String {
    format!("{}: {}", order.name, order.complaint)
}
