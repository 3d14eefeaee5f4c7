//! The tables: each struct is one, and the constant of the same name has a typed field for each column.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};

/// Someone who is treated.
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

/// A code of ICD-10-CM, with the embedding of what it says.
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

/// Where an order stands.
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

/// What a model made of a complaint: a document in the database, a struct in the program.
#[derive(Serialize, Deserialize, Debug, Clone)]
pub(crate) struct Analysis {
    pub(crate) agent: String,
    pub(crate) urgent: bool,
    pub(crate) score: f64,
}

/// What a patient came with, and which diagnosis it was given.
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

/// An order as it comes in. It has the columns that an insert needs, and the compiler checks that it does.
#[derive(Insertable, Debug)]
#[insertable(MedicalOrder)]
pub(crate) struct Visit<'a> {
    pub(crate) patient_id: i64,
    pub(crate) complaint: &'a str,
    pub(crate) status: OrderStatus,
    pub(crate) priority: i32,
    pub(crate) ai_analysis: Option<Json<Analysis>>,
}
