//! The tables of the cases.

use chrono::{DateTime, NaiveDate, Utc};
use schema_core::prelude::*;
use schema_core::types::{Cidr, Circle, Inet, MacAddr8, Point, Range, TsQuery, TsVector};
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

/// A table with vector indexes.
#[table(name = "documents")]
#[index(hnsw(embedding.vector_cosine_ops))]
#[index(ivfflat(summary.vector_l2_ops), with(lists = 1))]
#[index(hnsw(sql("embedding::halfvec(3)").halfvec_l2_ops))]
#[index(hnsw(sql("binary_quantize(embedding)::bit(3)").bit_hamming_ops))]
#[derive(Debug)]
pub(crate) struct Document {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(references = Patient.id)]
    pub(crate) patient_id: i64,
    pub(crate) draft: bool,
    pub(crate) embedding: Vector<3>,
    pub(crate) summary: Option<Vector<3>>,
}

/// Ranges and multiranges.
#[table(name = "bookings")]
#[derive(Debug)]
pub(crate) struct Booking {
    #[column(primary_key)]
    pub(crate) id: i64,
    pub(crate) price: i32,
    pub(crate) seats: Range<i32>,
    pub(crate) during: Option<Range<DateTime<Utc>>>,
    pub(crate) free: Vec<Range<i32>>,
}

/// Network addresses.
#[table(name = "hosts")]
#[derive(Debug)]
pub(crate) struct Host {
    #[column(primary_key)]
    pub(crate) id: i64,
    pub(crate) address: Option<Inet>,
    pub(crate) site: Cidr,
    pub(crate) mac: MacAddr8,
}

/// Full-text search and trigrams.
#[table(name = "articles")]
#[index(gin(search))]
#[index(gin(title.gin_trgm_ops))]
#[derive(Debug)]
pub(crate) struct Article {
    #[column(primary_key)]
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) body: Option<String>,
    pub(crate) data: Option<Value>,
    #[column(generated = "to_tsvector('english', title)")]
    pub(crate) search: TsVector,
    pub(crate) query: TsQuery,
}

#[derive(PgComposite, Debug, Clone, PartialEq)]
pub(crate) struct Address {
    pub(crate) street: String,
    pub(crate) country: Option<Country>,
}

#[derive(PgNewtype, Debug, Clone, PartialEq)]
#[pg_newtype(domain = "country", check = "value ~ '^[A-Z]{2}$'")]
pub(crate) struct Country(pub(crate) String);

/// Composite types, domains, points and circles.
#[table(name = "places")]
#[derive(Debug)]
pub(crate) struct Place {
    #[column(primary_key)]
    pub(crate) id: i64,
    pub(crate) home: Address,
    pub(crate) country: Country,
    pub(crate) location: Point,
    pub(crate) area: Circle,
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
    Document,
    crate::json_path::Run,
    Article,
    Booking,
    Host,
    Place,
    crate::length::Wide,
    crate::length::Long,
    crate::view::Total,
    crate::view::OpenOrder,
];
