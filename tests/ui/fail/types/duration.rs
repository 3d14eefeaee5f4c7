// Finding D9: a time span is an `interval`.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    lasted: Option<std::time::Duration>,
}

fn main() {}
