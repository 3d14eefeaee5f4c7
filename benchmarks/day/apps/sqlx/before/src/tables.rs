//! The rows.

use chrono::{DateTime, Utc};

/// The status of an order.
#[derive(sqlx::Type, Debug, Clone, Copy, PartialEq, Eq)]
#[sqlx(type_name = "order_status", rename_all = "snake_case")]
pub(crate) enum OrderStatus {
    Pending,
    Paid,
    Cancelled,
}

/// An order of a patient.
#[derive(Debug)]
pub(crate) struct MedicalOrder {
    pub(crate) id: i64,
    pub(crate) patient_id: i64,
    pub(crate) complaint: String,
    pub(crate) status: OrderStatus,
    pub(crate) created_at: DateTime<Utc>,
}

/// An order in a list, with the name of the patient.
#[derive(Debug)]
pub(crate) struct WaitingOrder {
    pub(crate) name: String,
    pub(crate) complaint: String,
}
