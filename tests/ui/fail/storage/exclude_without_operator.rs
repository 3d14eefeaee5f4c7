// A column of an exclusion constraint is compared by an operator.
use chrono::NaiveDate;
use schema_core::prelude::*;
use schema_core::types::Range;

#[table(name = "bookings")]
#[exclude(room, period with "&&")]
struct Booking {
    room: i64,
    period: Range<NaiveDate>,
}

fn main() {}
