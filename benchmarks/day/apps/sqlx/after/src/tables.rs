//! The rows.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::types::Json;

/// The status of an order.
#[derive(sqlx::Type, Debug, Clone, Copy, PartialEq, Eq)]
#[sqlx(type_name = "order_status", rename_all = "snake_case")]
pub(crate) enum OrderStatus {
    Pending,
    Paid,
    Cancelled,
}

/// How urgent an order is.
#[derive(sqlx::Type, Debug, Clone, Copy, PartialEq, Eq)]
#[sqlx(type_name = "priority", rename_all = "snake_case")]
pub(crate) enum Priority {
    Routine,
    Urgent,
    Emergency,
}

/// The analysis of a complaint by a model.
#[derive(Serialize, Deserialize, Debug, Clone)]
pub(crate) struct Analysis {
    pub(crate) summary: String,
    pub(crate) confidence: f64,
}

/// An order of a patient.
#[derive(Debug)]
pub(crate) struct MedicalOrder {
    pub(crate) id: i64,
    pub(crate) patient_id: i64,
    pub(crate) complaint: String,
    pub(crate) status: OrderStatus,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) ai_analysis: Option<Json<Analysis>>,
    pub(crate) priority: Priority,
}

/// An order in a list, with the name of the patient.
#[derive(Debug)]
pub(crate) struct WaitingOrder {
    pub(crate) name: String,
    pub(crate) complaint: String,
    pub(crate) ai_analysis: Option<Json<Analysis>>,
    pub(crate) priority: Priority,
}
