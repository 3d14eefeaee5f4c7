// The value is JSON.
use schema_core::expr::function::jsonb_set;
use schema_core::prelude::*;

#[table(name = "notes")]
struct Note {
    id: i64,
    title: String,
    body: Json<Vec<i32>>,
}

fn main() {
    let _ = Note.select().columns(jsonb_set(Note.body, ["a"], "x"));
}
