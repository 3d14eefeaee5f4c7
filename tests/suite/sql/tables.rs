//! The tables of the cases.

use chrono::{DateTime, NaiveDate, Utc};
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[table(name = "patients")]
#[derive(Debug)]
pub(crate) struct Patient {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(unique)]
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) age: Option<i32>,
    #[column(default = false)]
    pub(crate) active: bool,
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
pub(crate) enum OrderStatus {
    Pending,
    Paid,
    Cancelled,
}

#[table(name = "medical_orders")]
#[derive(Debug)]
pub(crate) struct MedicalOrder {
    #[column(primary_key, identity = by_default)]
    pub(crate) id: i64,
    #[column(references = Patient.id, on_delete = cascade)]
    pub(crate) patient_id: i64,
    #[column(references = Patient.id)]
    pub(crate) doctor_id: Option<i64>,
    #[column(default = OrderStatus::Pending)]
    pub(crate) status: OrderStatus,
    #[column(default = 0)]
    pub(crate) priority: i32,
    #[column(default = 0.0)]
    pub(crate) price: f64,
    #[column(default = now())]
    pub(crate) created_at: DateTime<Utc>,
    pub(crate) due: Option<NaiveDate>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Analysis {
    pub(crate) agent: String,
}

/// JSON, arrays, vectors and bits.
#[table(name = "notes")]
#[derive(Debug)]
pub(crate) struct Note {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) body: Option<Value>,
    pub(crate) analysis: Option<Json<Analysis>>,
    pub(crate) tags: Vec<String>,
    pub(crate) scores: Option<Vec<f64>>,
    #[column(default = Vec::<OrderStatus>::new())]
    pub(crate) states: Vec<OrderStatus>,
    pub(crate) embedding: Option<Vector<3>>,
    pub(crate) half: Option<HalfVector<3>>,
    pub(crate) sparse: Option<SparseVector<3>>,
    pub(crate) bits: Option<Bits<4>>,
}

/// A table that references itself.
#[table(name = "employees")]
#[derive(Debug)]
pub(crate) struct Employee {
    #[column(primary_key)]
    pub(crate) id: i64,
    pub(crate) name: String,
    #[column(references = Employee.id)]
    pub(crate) manager_id: Option<i64>,
}

alias!(pub(crate) Manager = Employee);

/// A table with a composite key.
#[table(name = "enrollments")]
#[primary_key(course, student)]
#[unique(student, seat)]
#[derive(Debug)]
pub(crate) struct Enrollment {
    pub(crate) course: i32,
    pub(crate) student: i64,
    pub(crate) seat: i16,
    pub(crate) note: Option<String>,
}

/// A table without required columns.
#[table(name = "counters")]
#[derive(Debug)]
pub(crate) struct Counter {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(default = 0)]
    pub(crate) hits: i64,
    pub(crate) label: Option<String>,
}

/// A table in a Postgres schema of its own.
#[table(name = "visits", schema = "sql text")]
#[derive(Debug)]
pub(crate) struct Visit {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(references = Patient.id)]
    pub(crate) patient_id: i64,
    #[column(name = "Group", default = 0)]
    pub(crate) group: i32,
}

/// All tables of the cases.
pub(crate) const SCHEMA: Schema = schema![
    Patient,
    MedicalOrder,
    Note,
    Employee,
    Enrollment,
    Counter,
    Visit,
    crate::length::Wide,
    crate::length::Long,
];
