// Related to finding D1: `#[table]` is missing.
use schema_core::prelude::*;

#[unique(a, b)]
struct Item {
    a: i64,
    b: i64,
}

fn main() {}
