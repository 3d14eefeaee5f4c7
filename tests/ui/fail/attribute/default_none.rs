// Finding D11: NULL is the default already.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(default = None)]
    number: Option<i32>,
}

fn main() {}
