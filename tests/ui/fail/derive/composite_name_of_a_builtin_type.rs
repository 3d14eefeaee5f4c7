// Postgres would use its own type.
use schema_core::prelude::*;

#[derive(PgComposite)]
struct Path {
    start: i64,
}

fn main() {}
