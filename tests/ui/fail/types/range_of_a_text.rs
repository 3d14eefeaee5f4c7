// Postgres has no ranges of texts.
use schema_core::prelude::*;
use schema_core::types::Range;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    names: Range<String>,
}

fn main() {}
