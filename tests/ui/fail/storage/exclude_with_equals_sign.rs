// The operator follows `with`.
use schema_core::prelude::*;

#[table(name = "bookings")]
#[exclude(room = "=")]
struct Booking {
    room: i64,
}

fn main() {}
