// Finding D9: this type needs a cargo feature.
use schema_core::prelude::*;

pub struct Decimal;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    price: Decimal,
}

fn main() {}
