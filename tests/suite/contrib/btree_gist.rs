//! `btree_gist`, which `#[exclude]` needs for columns that are compared by `=`.

use chrono::NaiveDate;
use schema_core::error::ConstraintKind;
use schema_core::prelude::*;
use schema_core::types::Range;
use schema_tests::db;

#[table(name = "bookings")]
#[exclude(room with "=", period with "&&")]
struct Booking {
    #[column(primary_key)]
    id: i32,
    room: i64,
    period: Range<NaiveDate>,
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

#[test]
fn a_room_is_booked_once_at_a_time() {
    db::run(async |db| {
        create!(db, Booking);
        let book = async |id, room, from, to| {
            let period = Range::from(day(from)..day(to));
            let new = Booking.insert(NewBooking { id, room, period });
            new.execute(db.pool()).await
        };
        assert_eq!(book(1, 7, 1, 5).await.unwrap(), 1);
        assert_eq!(book(2, 8, 1, 5).await.unwrap(), 1);
        assert_eq!(book(3, 7, 5, 9).await.unwrap(), 1);
        let error = book(4, 7, 4, 6).await.unwrap_err();
        assert_eq!(error.constraint_kind(), Some(ConstraintKind::Exclusion));
        assert_eq!(error.constraint(), Some("bookings_room_period_excl"));
    });
}
