// The struct does not say where its fields are in the JSON.
use schema_core::prelude::*;
use schema_core::query::json_table;

#[table(name = "notes")]
struct Note {
    #[column(primary_key)]
    id: i64,
    tags: Json<Vec<String>>,
}

#[derive(Selectable)]
struct Tag {
    name: String,
}

fn main() {
    let tags = json_table(Note.tags, Tag);
    let _ = Note.select().inner_join_lateral(tags);
}
