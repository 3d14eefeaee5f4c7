// An exclusion constraint is on the struct.
use schema_core::prelude::*;

#[table(name = "bookings")]
struct Booking {
    #[exclude(room with "=")]
    room: i64,
}

fn main() {}
