// A column with `exists` is a `boolean`.
use schema_core::prelude::*;

#[derive(Selectable, JsonTable)]
struct Tag {
    #[json_table(exists = "$.name")]
    named: i32,
}

fn main() {}
