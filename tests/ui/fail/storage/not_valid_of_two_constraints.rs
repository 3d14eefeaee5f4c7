// It is not clear which constraint of the column is meant.
use schema_core::prelude::*;

#[table(name = "slots")]
struct Slot {
    #[column(primary_key)]
    id: i32,
    #[column(references = Slot.id, check = "parent > 0", not_valid)]
    parent: i32,
}

fn main() {}
