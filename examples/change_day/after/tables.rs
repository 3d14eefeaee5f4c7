//! The tables of the clinic.

use chrono::{DateTime, Utc};
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};

/// All tables.
pub(crate) const TABLES: Schema = schema![Patient, MedicalOrder];

/// A patient.
#[table(name = "patients")]
#[derive(Debug)]
pub(crate) struct Patient {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(unique)]
    pub(crate) email: String,
    pub(crate) name: String,
}

/// The status of an order.
#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OrderStatus {
    Pending,
    Paid,
    Cancelled,
}

/// How urgent an order is.
#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
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
#[table(name = "medical_orders")]
#[index(patient_id)]
#[index(status, created_at)]
#[derive(Debug)]
pub(crate) struct MedicalOrder {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(references = Patient.id)]
    pub(crate) patient_id: i64,
    pub(crate) complaint: String,
    #[column(default = OrderStatus::Pending)]
    pub(crate) status: OrderStatus,
    #[column(default = now())]
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) ai_analysis: Option<Json<Analysis>>,
    #[column(default = Priority::Routine)]
    pub(crate) priority: Priority,
}
