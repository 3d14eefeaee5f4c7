// Section D: the name has a key.
use schema_core::prelude::*;

#[table("seats")]
struct Seat {
    hall: i32,
}

fn main() {}
