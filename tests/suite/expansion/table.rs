//! A realistic table of 13 columns. `expansion.rs` counts the lines of its expansion.

use chrono::{DateTime, Utc};
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};

#[table(name = "patients")]
pub struct Patient {
    #[column(primary_key, identity)]
    pub id: i64,
}

#[derive(PgEnum)]
pub enum OrderStatus {
    Pending,
    Paid,
}

#[derive(Serialize, Deserialize)]
pub struct Analysis {
    pub agent: String,
}

// expansion begins
/// An order of a doctor.
#[table(name = "medical_orders")]
#[index(status, created_at.desc())]
#[index(hnsw(embedding.vector_cosine_ops), with(m = 16, ef_construction = 64))]
#[derive(Debug, Clone)]
pub struct MedicalOrder {
    #[column(primary_key, identity)]
    pub id: i64,
    #[column(references = Patient.id, on_delete = cascade)]
    pub patient_id: i64,
    #[column(unique)]
    pub code: String,
    #[column(default = OrderStatus::Pending)]
    pub status: OrderStatus,
    #[column(default = 0)]
    pub priority: i32,
    pub title: String,
    /// In the doctor's words.
    pub note: Option<String>,
    pub ai_analysis: Option<Json<Analysis>>,
    pub embedding: Option<Vector<384>>,
    #[column(check = "price >= 0")]
    pub price: f64,
    pub tags: Vec<String>,
    #[column(default = now())]
    pub created_at: DateTime<Utc>,
    #[column(default = now())]
    pub updated_at: DateTime<Utc>,
}
// expansion ends

fn main() {}
