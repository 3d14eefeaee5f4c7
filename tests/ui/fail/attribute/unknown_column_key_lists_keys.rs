// A key that is near to none; all are listed.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(auto_increment)]
    id: i64,
}

fn main() {}
