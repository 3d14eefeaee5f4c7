// Variants of a Postgres enum cannot have fields.
use schema_core::prelude::*;

#[derive(PgEnum)]
enum Status {
    Open(i32),
}

#[table(name = "orders")]
struct Order {
    #[column(primary_key)]
    id: i64,
    status: Status,
}

fn main() {}
