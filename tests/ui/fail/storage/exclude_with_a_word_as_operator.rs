// An operator consists of punctuation.
use schema_core::prelude::*;

#[table(name = "bookings")]
#[exclude(room with "equals")]
struct Booking {
    room: i64,
}

fn main() {}
