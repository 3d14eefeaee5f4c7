// An unknown action; the error lists all five.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key, references = Visit.id, on_delete = casade)]
    id: i64,
}

fn main() {}
