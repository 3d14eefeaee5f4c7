// A text is not JSON.
use schema_core::prelude::*;

#[table(name = "notes")]
struct Note {
    id: i64,
    title: String,
    body: Json<Vec<i32>>,
}

fn main() {
    let merged = Note.body.merge("x");
    let _ = Note.select().columns(merged);
}
