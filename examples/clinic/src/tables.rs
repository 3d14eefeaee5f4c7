//! The tables. Each struct declares one, and the constant of the same name has a typed field for each column.

use chrono::{DateTime, NaiveDate, Utc};
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// All tables.
pub(crate) const TABLES: Schema = schema![
    Patient,
    Diagnosis,
    Complaint,
    MedicalOrder,
    OrderItem,
    AuditRecord
];

/// A patient.
#[table(name = "patients")]
#[derive(Serialize, Debug)]
pub(crate) struct Patient {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(unique)]
    pub(crate) email: String,
    #[column(check = "name <> ''")]
    pub(crate) name: String,
    pub(crate) born: NaiveDate,
}

/// An ICD-10-CM code with the embedding of its description.
#[table(name = "diagnoses")]
#[index(hnsw(embedding.vector_cosine_ops))]
#[derive(Debug)]
pub(crate) struct Diagnosis {
    #[column(primary_key)]
    pub(crate) code: String,
    pub(crate) description: String,
    pub(crate) chapter: i16,
    pub(crate) embedding: Vector<384>,
}

/// A complaint as a patient would say it, with its embedding.
///
/// A program with a model would compute the embedding of any text. This one knows twenty texts.
#[table(name = "complaints")]
#[derive(Debug)]
pub(crate) struct Complaint {
    #[column(primary_key)]
    pub(crate) text: String,
    pub(crate) embedding: Vector<384>,
}

/// The status of an order.
#[derive(PgEnum, Serialize, Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OrderStatus {
    Pending,
    Paid,
    Cancelled,
}

/// A model's analysis of a complaint: a JSON document in the database, a struct in the program.
#[derive(Serialize, Deserialize, Debug, Clone)]
pub(crate) struct Analysis {
    pub(crate) agent: String,
    pub(crate) urgent: bool,
    pub(crate) score: f64,
}

/// An order: a patient's complaint and its diagnosis.
#[table(name = "medical_orders")]
#[index(patient_id)]
#[index(status, created_at.desc())]
#[index(gin(details))]
#[derive(Debug)]
pub(crate) struct MedicalOrder {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(references = Patient.id)]
    pub(crate) patient_id: i64,
    #[column(references = Complaint.text)]
    pub(crate) complaint: String,
    #[column(references = Diagnosis.code)]
    pub(crate) diagnosis: Option<String>,
    #[column(default = OrderStatus::Pending)]
    pub(crate) status: OrderStatus,
    #[column(default = 0, check = "priority between 0 and 5")]
    pub(crate) priority: i32,
    #[column(sql_type = "varchar(200)")]
    pub(crate) note: Option<String>,
    /// Typed JSON.
    pub(crate) analysis: Option<Json<Analysis>>,
    /// Untyped JSON: any object.
    #[column(default = sql("'{}'"), check = "jsonb_typeof(details) = 'object'")]
    pub(crate) details: Value,
    #[column(default = now())]
    pub(crate) created_at: DateTime<Utc>,
}

/// An item of an order.
#[table(name = "order_items")]
#[primary_key(order_id, name)]
#[derive(Serialize, Debug)]
pub(crate) struct OrderItem {
    #[serde(skip)]
    #[column(references = MedicalOrder.id, on_delete = cascade)]
    pub(crate) order_id: i64,
    pub(crate) name: String,
    #[column(check = "quantity > 0")]
    pub(crate) quantity: i32,
    #[column(check = "cents >= 0")]
    pub(crate) cents: i32,
}

/// The kind of change that an audit record is about.
#[derive(PgEnum, Serialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Action {
    Created,
    Changed,
    Deleted,
}

/// A change of an order. It outlives the order, so it does not reference it.
#[table(name = "audit_records")]
#[derive(Serialize, Debug)]
pub(crate) struct AuditRecord {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(index)]
    pub(crate) order_id: i64,
    pub(crate) action: Action,
    /// The request.
    pub(crate) details: Value,
    #[column(default = now())]
    pub(crate) at: DateTime<Utc>,
}
