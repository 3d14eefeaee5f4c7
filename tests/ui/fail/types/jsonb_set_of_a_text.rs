// A text is not JSON.
use schema_core::expr::function::jsonb_typeof;
use schema_core::prelude::*;

#[table(name = "notes")]
struct Note {
    id: i64,
    title: String,
    body: Json<Vec<i32>>,
}

fn main() {
    let _ = Note.select().columns(jsonb_typeof(Note.title));
}
