// Postgres has one column `for ordinality`.
use schema_core::prelude::*;

#[derive(Selectable, JsonTable)]
struct Tag {
    #[json_table(ordinality)]
    number: i32,
    #[json_table(ordinality)]
    index: i32,
}

fn main() {}
