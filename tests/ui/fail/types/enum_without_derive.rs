// An enum needs `PgEnum` to be a column type.
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
