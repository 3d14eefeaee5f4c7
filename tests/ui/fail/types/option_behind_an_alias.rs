// `Option<…>` must be Rust's own; another type of that name cannot be a column.
use schema_core::prelude::*;

type Option<T> = std::vec::Vec<T>;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    note: Option<String>,
}

fn main() {}
