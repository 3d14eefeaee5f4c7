// A Postgres enum has no fields.
use schema_core::prelude::*;

#[derive(PgEnum)]
enum Status {
    Open(i32),
}

fn main() {}
