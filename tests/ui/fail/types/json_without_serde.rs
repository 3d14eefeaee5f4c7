// `Json<T>` needs serde's traits on `T`.
use schema_core::prelude::*;

struct Analysis {}

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    analysis: Json<Analysis>,
}

fn main() {}
