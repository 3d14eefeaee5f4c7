// Section D: a constraint is an attribute of its own.
use schema_core::prelude::*;

#[table(name = "seats", primary_key(hall, number))]
struct Seat {
    hall: i32,
    number: i32,
}

fn main() {}
