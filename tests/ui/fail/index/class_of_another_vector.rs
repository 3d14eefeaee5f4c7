// Finding D17: a class of another type of vectors.
use schema_core::prelude::*;

#[table(name = "items")]
#[index(hnsw(embedding.vector_cosine_ops))]
struct Item {
    #[column(primary_key)]
    id: i64,
    embedding: HalfVector<3>,
}

fn main() {}
