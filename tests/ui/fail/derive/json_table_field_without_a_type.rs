// A struct of serde is stored as `Json<…>`.
use schema_core::prelude::*;

struct Size;

#[derive(Selectable, JsonTable)]
struct Item {
    size: Size,
}

fn main() {}
