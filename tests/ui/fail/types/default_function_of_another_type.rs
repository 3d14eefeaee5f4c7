// A default function must return the column's type.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    #[column(default = now())]
    count: i32,
}

fn main() {}
