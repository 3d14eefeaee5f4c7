// A path has a type of its own.
use schema_core::prelude::*;

#[table(name = "notes")]
struct Note {
    id: i64,
    title: String,
    body: Json<Vec<i32>>,
}

fn main() {
    let _ = Note.select().filter(Note.body.path_exists("$.a"));
}
