// Finding A13: no Rust type reads `inet`.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(sql_type = "inet")]
    address: String,
}

fn main() {}
