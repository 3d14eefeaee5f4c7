// Finding A13: the server sends `numeric`, which is no `f64`.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(sql_type = "numeric(10,2)")]
    price: f64,
}

fn main() {}
