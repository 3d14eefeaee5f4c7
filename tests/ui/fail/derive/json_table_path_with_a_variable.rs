// A path has no variables.
use schema_core::prelude::*;

#[derive(Selectable, JsonTable)]
struct Item {
    #[json_table(path = "$.sizes[*] ? (@ > $least)")]
    size: i32,
}

fn main() {}
