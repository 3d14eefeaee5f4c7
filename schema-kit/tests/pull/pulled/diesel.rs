//! Tables of a database, written by `pull`.
//!
//! They need in `Cargo.toml`:
//!
//! ```toml
//! [dependencies]
//! bigdecimal = "0.4"
//! schema-core = { version = "0.1", features = ["bigdecimal", "time"] }
//! serde_json = "1"
//! time = "0.3"
//! ```

// Left out:
// * column "price" of "clinic"."visits": no Rust type is known for `money`, so the program cannot insert rows

use bigdecimal::BigDecimal;
use schema_core::prelude::*;
use schema_core::types::{Inet, Range, TsVector};
use time::{Date, OffsetDateTime};

#[table(name = "orders")]
#[derive(Debug, Clone)]
pub struct Order {
    #[column(primary_key)]
    pub id: i64,
    #[column(sql_type = "varchar(40)")]
    pub number: String,
    #[column(references = Customer.id)]
    pub customer_id: Option<i32>,
    pub words: TsVector,
    pub r#type: String,
    pub tags: Vec<String>,
    pub notes: Option<Vec<String>>,
    pub total: BigDecimal,
    pub during: Range<OffsetDateTime>,
    pub data: serde_json::Value,
    pub created_at: OffsetDateTime,
    pub day: Date,
    pub hidden: bool,
    pub ratio: Option<f64>,
    pub address: Inet,
}

#[table(name = "customers")]
#[derive(Debug, Clone)]
pub struct Customer {
    #[column(primary_key)]
    pub id: i32,
    pub email: String,
}

#[table(name = "visits", schema = "clinic")]
#[primary_key(customer_id, order_id)]
#[derive(Debug, Clone)]
pub struct Visit {
    #[column(references = Customer.id)]
    pub customer_id: i32,
    #[column(references = Order.id)]
    pub order_id: i64,
}

/// All tables of this file.
pub fn schema() -> Schema {
    schema![Order, Customer, Visit]
}
