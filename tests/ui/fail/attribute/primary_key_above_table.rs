// Related to finding D1.
use schema_core::prelude::*;

#[primary_key(a, b)]
#[table(name = "items")]
#[derive(Debug)]
struct Item {
    a: i64,
    b: i64,
}

fn find() -> String {
    Item.find(1, 2).to_sql().into_owned()
}

fn main() {}
