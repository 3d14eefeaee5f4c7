// A text is not JSON.
use schema_core::prelude::*;
use schema_core::query::json_table;

#[table(name = "notes")]
struct Note {
    #[column(primary_key)]
    id: i64,
    title: String,
}

#[derive(Selectable, JsonTable)]
struct Tag {
    name: String,
}

fn main() {
    let _ = Note.select().inner_join_lateral(json_table(Note.title, Tag));
}
