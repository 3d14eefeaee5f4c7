// The JSON is a column of a table that the query does not read.
use schema_core::prelude::*;
use schema_core::query::json_table;

#[table(name = "notes")]
struct Note {
    id: i64,
    tags: Json<Vec<String>>,
}

#[table(name = "users")]
struct User {
    id: i64,
}

#[derive(Selectable, JsonTable)]
struct Tag {
    name: String,
}

fn main() {
    let _ = User.select().inner_join_lateral(json_table(Note.tags, Tag));
}
