// Variants of a Postgres enum cannot have fields.
use schema_core::prelude::*;

#[derive(PgEnum)]
enum Status {
    Open(i32),
}

fn main() {}
