// A vector must have the dimension of its column.
use schema_core::prelude::*;

#[table(name = "notes")]
struct Note {
    #[column(primary_key, identity)]
    id: i64,
    embedding: Vector<3>,
}

fn main() {
    let _ = Note.insert(NewNote {
        embedding: Vector::from([0.5, 0.5]),
    });
}
