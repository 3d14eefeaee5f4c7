// A primary key cannot be set to NULL.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key, references = Visit.id, on_delete = set_null)]
    id: i64,
}

fn main() {}
