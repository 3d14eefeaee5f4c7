// A JSON path is a list of keys.
use schema_core::prelude::*;

#[table(name = "notes")]
struct Note {
    #[column(primary_key, identity)]
    id: i64,
    data: Json<Vec<String>>,
}

fn main() {
    let _ = Note.select().columns(Note.data.at_text("agent"));
}
