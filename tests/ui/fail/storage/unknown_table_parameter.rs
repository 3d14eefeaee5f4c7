// Postgres does not know the storage parameter.
use schema_core::prelude::*;

#[table(name = "slots", with(filfactor = 70))]
struct Slot {
    position: i32,
}

fn main() {}
