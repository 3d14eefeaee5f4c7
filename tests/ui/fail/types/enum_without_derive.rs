// An enum is a Postgres enum by its derive.
use schema_core::prelude::*;

enum Status {
    Open,
}

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    status: Status,
}

fn main() {}
