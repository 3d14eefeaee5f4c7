// Finding A14: the moment of the migration would be the default of all rows.
use chrono::{DateTime, Utc};
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(default = Utc::now())]
    at: DateTime<Utc>,
}

fn main() {}
