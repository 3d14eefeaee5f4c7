// A struct is stored as JSON only inside `Json<T>`.
use schema_core::prelude::*;

#[derive(serde::Serialize, serde::Deserialize)]
struct Analysis {}

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    analysis: Analysis,
}

fn main() {}
