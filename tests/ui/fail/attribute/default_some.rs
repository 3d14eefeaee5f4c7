// Related to finding D11.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(default = Some(7))]
    number: Option<i32>,
}

fn main() {}
