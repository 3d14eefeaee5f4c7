// Finding A13: a `timestamp` without time zone is another moment in each time zone.
use chrono::{DateTime, Utc};
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(sql_type = "timestamp")]
    at: DateTime<Utc>,
}

fn main() {}
