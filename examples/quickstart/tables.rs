//! The tables. Each struct declares one, and the constant of the same name has a typed field for each column.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};

/// A patient.
#[table(name = "patients")]
#[derive(Debug)]
pub(crate) struct Patient {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(unique)]
    pub(crate) email: String,
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

/// The status of an order.
#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OrderStatus {
    Pending,
    Paid,
    Cancelled,
}

impl fmt::Display for OrderStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pending => "pending",
            Self::Paid => "paid",
            Self::Cancelled => "cancelled",
        })
    }
}

/// A model's analysis of a complaint: a JSON document in the database, a struct in the program.
#[derive(Serialize, Deserialize, Debug, Clone)]
pub(crate) struct Analysis {
    pub(crate) agent: String,
    pub(crate) urgent: bool,
    pub(crate) score: f64,
}

/// A patient's complaint and its diagnosis.
#[table(name = "medical_orders")]
#[index(status, created_at.desc())]
#[derive(Debug)]
pub(crate) struct MedicalOrder {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(references = Patient.id, on_delete = cascade)]
    pub(crate) patient_id: i64,
    pub(crate) complaint: String,
    #[column(references = Diagnosis.code)]
    pub(crate) diagnosis: Option<String>,
    #[column(default = OrderStatus::Pending)]
    pub(crate) status: OrderStatus,
    #[column(default = 0)]
    pub(crate) priority: i32,
    pub(crate) ai_analysis: Option<Json<Analysis>>,
    #[column(default = now())]
    pub(crate) created_at: DateTime<Utc>,
}

/// A new order. The compiler checks that it has all required columns.
#[derive(Insertable, Debug)]
#[insertable(MedicalOrder)]
pub(crate) struct Visit<'a> {
    pub(crate) patient_id: i64,
    pub(crate) complaint: &'a str,
    pub(crate) status: OrderStatus,
    pub(crate) priority: i32,
    pub(crate) ai_analysis: Option<Json<Analysis>>,
}
