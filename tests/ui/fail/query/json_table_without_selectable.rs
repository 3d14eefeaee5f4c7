// The columns of a source are those of `Selectable`.
use schema_core::prelude::*;
use schema_core::query::json_table;

#[table(name = "notes")]
struct Note {
    id: i64,
    tags: Json<Vec<String>>,
}

#[derive(JsonTable)]
struct Tag { name: String }

fn main() {
    let _ = json_table(Note.tags, Tag);
}
