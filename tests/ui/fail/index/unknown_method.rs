// An unknown index method.
use schema_core::prelude::*;

#[table(name = "notes")]
#[index(hnws(embedding.vector_cosine_ops))]
struct Note {
    #[column(primary_key)]
    id: i64,
    embedding: Vector<3>,
}

fn main() {}
