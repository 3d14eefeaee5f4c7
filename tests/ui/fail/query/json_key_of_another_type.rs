// A JSON key is a string or an index.
use schema_core::prelude::*;

#[table(name = "notes")]
struct Note {
    #[column(primary_key)]
    id: i64,
    body: Json<Vec<String>>,
}

fn main() {
    let _ = Note.select().columns(Note.body.get(1.5));
}
