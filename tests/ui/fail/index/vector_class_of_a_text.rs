// Related to finding D17.
use schema_core::prelude::*;

#[table(name = "items")]
#[index(hnsw(name.vector_cosine_ops))]
struct Item {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {}
