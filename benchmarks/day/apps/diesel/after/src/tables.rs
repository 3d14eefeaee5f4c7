//! The rows.

use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel_derive_enum::DbEnum;
use diesel_json::Json;
use serde::{Deserialize, Serialize};

use crate::schema::{medical_orders, patients};

/// The status of an order.
#[derive(DbEnum, Debug, Clone, Copy, PartialEq, Eq)]
#[db_enum(existing_type_path = "crate::schema::sql_types::OrderStatus")]
pub(crate) enum OrderStatus {
    Pending,
    Paid,
    Cancelled,
}

/// How urgent an order is.
#[derive(DbEnum, Debug, Clone, Copy, PartialEq, Eq)]
#[db_enum(existing_type_path = "crate::schema::sql_types::Priority")]
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

/// A patient.
#[derive(Queryable, Selectable, Debug)]
#[diesel(table_name = patients, check_for_backend(Pg))]
pub(crate) struct Patient {
    pub(crate) name: String,
}

/// An order of a patient.
#[derive(Queryable, Selectable, Debug)]
#[diesel(table_name = medical_orders, check_for_backend(Pg))]
pub(crate) struct MedicalOrder {
    pub(crate) id: i64,
    pub(crate) patient_id: i64,
    pub(crate) complaint: String,
    pub(crate) status: OrderStatus,
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) ai_analysis: Option<Json<Analysis>>,
    pub(crate) priority: Priority,
}

/// A new order.
#[derive(Insertable)]
#[diesel(table_name = medical_orders)]
pub(crate) struct NewMedicalOrder<'a> {
    pub(crate) patient_id: i64,
    pub(crate) complaint: &'a str,
}
