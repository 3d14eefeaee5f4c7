// The JSON is a column of a table that is not before it in `from`.
use schema_core::prelude::*;
use schema_core::query::json_table;

#[table(name = "notes")]
struct Note {
    #[column(primary_key)]
    id: i64,
    tags: Json<Vec<String>>,
}

#[derive(Selectable, JsonTable)]
struct Tag {
    name: String,
}

fn main() {
    let _ = json_table(Note.tags, Tag).select();
}
