// The type is not in scope.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    status: Status,
}

fn main() {}
