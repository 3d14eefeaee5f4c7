// Only checks and foreign keys can be `not_valid`.
use schema_core::prelude::*;

#[table(name = "slots")]
struct Slot {
    #[column(not_valid)]
    position: i32,
}

fn main() {}
