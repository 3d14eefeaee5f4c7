// Postgres accepts a fill factor from 10 to 100.
use schema_core::prelude::*;

#[table(name = "slots", with(fillfactor = 5))]
struct Slot {
    position: i32,
}

fn main() {}
