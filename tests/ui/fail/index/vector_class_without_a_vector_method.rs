// Section B: the class is for `hnsw`.
use schema_core::prelude::*;

#[table(name = "items")]
#[index(embedding.vector_cosine_ops)]
struct Item {
    #[column(primary_key)]
    id: i64,
    embedding: Vector<3>,
}

fn main() {}
