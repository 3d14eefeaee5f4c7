// A path starts at `$`.
use schema_core::prelude::*;

#[derive(Selectable, JsonTable)]
#[json_table(path = "items[*]")]
struct Item {
    size: i32,
}

fn main() {}
