// A Postgres enum without labels has no values.
use schema_core::prelude::*;

#[derive(PgEnum)]
enum Status {}

#[table(name = "orders")]
struct Order {
    #[column(primary_key)]
    id: i64,
    status: Status,
}

fn main() {}
