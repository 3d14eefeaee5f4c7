// `#[exclude]` belongs below `#[table]`.
use schema_core::prelude::*;

#[exclude(room with "=")]
#[table(name = "bookings")]
struct Booking {
    room: i64,
}

fn main() {}
