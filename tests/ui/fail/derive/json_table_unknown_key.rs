// `key` is not a place; the path is.
use schema_core::prelude::*;

#[derive(Selectable, JsonTable)]
struct Item {
    #[json_table(key = "size")]
    size: i32,
}

fn main() {}
