//! The queries of the orders.

use chrono::Utc;
use schema_core::Result;
use schema_core::prelude::*;
use sqlx::PgPool;

use super::tables::{MedicalOrder, NewMedicalOrder, OrderStatus, Patient};

/// Saves an order.
pub(crate) async fn place(pool: &PgPool, patient_id: i64, complaint: &str) -> Result<i64> {
    MedicalOrder
        .insert(NewMedicalOrder {
            patient_id,
            complaint: complaint.to_owned(),
        })
        .returning(MedicalOrder.id)
        .fetch_one(pool)
        .await
}

/// Marks an order as paid, and returns it.
pub(crate) async fn pay(pool: &PgPool, id: i64) -> Result<MedicalOrder> {
    MedicalOrder
        .update()
        .set(MedicalOrder.status, OrderStatus::Paid)
        .filter(MedicalOrder.id.eq(id))
        .returning_all()
        .fetch_one(pool)
        .await
}

/// Returns the orders of a patient.
pub(crate) async fn of_patient(pool: &PgPool, patient_id: i64) -> Result<Vec<MedicalOrder>> {
    MedicalOrder
        .select()
        .filter(MedicalOrder.patient_id.eq(patient_id))
        .order_by(MedicalOrder.id)
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
pub(crate) async fn waiting(pool: &PgPool, limit: i64) -> Result<Vec<(MedicalOrder, Patient)>> {
    MedicalOrder
        .select()
        .inner_join_on(MedicalOrder.patient_id)
        .filter(MedicalOrder.status.eq(OrderStatus::Pending))
        .order_by((MedicalOrder.created_at, MedicalOrder.id))
        .limit(limit)
        .fetch_all(pool)
        .await
}

/// Returns the line of an order in a list.
pub(crate) fn line(order: &MedicalOrder, patient: &Patient) -> String {
    format!("{}: {}", patient.name, order.complaint)
}
