// Section B: an index has at most 2,000 dimensions of `vector`.
use schema_core::prelude::*;

#[table(name = "items")]
#[index(hnsw(embedding.vector_cosine_ops))]
struct Item {
    #[column(primary_key)]
    id: i64,
    embedding: Vector<3072>,
}

fn main() {}
