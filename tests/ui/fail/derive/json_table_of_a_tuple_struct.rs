// A column has a name.
use schema_core::prelude::*;

#[derive(Selectable, JsonTable)]
struct Item(i32);

fn main() {}
