// Finding D8: `Deserialize` is missing.
use schema_core::prelude::*;

#[derive(serde::Serialize)]
struct Analysis {}

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    analysis: Option<Json<Analysis>>,
}

fn main() {}
