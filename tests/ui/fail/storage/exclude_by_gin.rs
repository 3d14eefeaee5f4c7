// The server cannot search a `gin` index for rows that conflict.
use schema_core::prelude::*;

#[table(name = "bookings")]
#[exclude(gin(tags with "&&"))]
struct Booking {
    tags: Vec<String>,
}

fn main() {}
