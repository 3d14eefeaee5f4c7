// Both vectors of a distance must have the same dimension.
use schema_core::prelude::*;

#[table(name = "notes")]
struct Note {
    #[column(primary_key)]
    id: i64,
    embedding: Vector<3>,
}

fn main() {
    let query = Vector::from([0.5, 0.5]);
    let _ = Note
        .select()
        .order_by(Note.embedding.cosine_distance(&query).asc());
}
