// A field has one place in the JSON.
use schema_core::prelude::*;

#[derive(Selectable, JsonTable)]
struct Tag {
    #[json_table(path = "$.name", exists = "$.name")]
    name: String,
}

fn main() {}
