// An index can only name fields of the struct.
use schema_core::prelude::*;

#[table(name = "visits")]
#[index(nmae)]
struct Visit {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {}
