// A column that is left out of the insert type takes NULL.
use schema_core::prelude::*;

type Option<T> = std::vec::Vec<T>;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    note: Option<String>,
}

fn main() {}
