// The columns are fields.
use schema_core::prelude::*;

#[table(name = "bookings")]
#[exclude(rom with "=")]
struct Booking {
    room: i64,
}

fn main() {}
