//! The tables.

use chrono::{DateTime, Utc};
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};

#[table(name = "patients")]
#[derive(Debug, Clone)]
pub struct Patient {
    #[column(primary_key, identity)]
    pub id: i64,
    #[column(unique)]
    pub email: String,
    pub name: String,
    pub age: i32,
    pub phone: Option<String>,
    #[column(default = now())]
    pub created_at: DateTime<Utc>,
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderStatus {
    Pending,
    Paid,
    Cancelled,
}

/// The analysis of an order by a model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    pub agent: String,
    pub summary: String,
    pub confidence: f64,
}

#[table(name = "medical_orders")]
#[index(status, created_at.desc())]
#[derive(Debug, Clone)]
pub struct MedicalOrder {
    #[column(primary_key, identity)]
    pub id: i64,
    #[column(references = Patient.id, on_delete = cascade)]
    pub patient_id: i64,
    #[column(default = OrderStatus::Pending)]
    pub status: OrderStatus,
    #[column(default = 0)]
    pub priority: i32,
    pub total: f64,
    pub analysis: Option<Json<Analysis>>,
    #[column(default = now())]
    pub created_at: DateTime<Utc>,
}

#[table(name = "notes")]
#[unique(order_id, title)]
#[index(hnsw(embedding.vector_cosine_ops))]
#[derive(Debug, Clone)]
pub struct Note {
    #[column(primary_key, identity)]
    pub id: i64,
    #[column(references = MedicalOrder.id)]
    pub order_id: i64,
    #[column(references = Note.id)]
    pub parent_id: Option<i64>,
    pub title: String,
    pub content: String,
    pub embedding: Vector<3>,
    #[column(default = vec![])]
    pub tags: Vec<String>,
}

alias!(pub Parent = Note);
