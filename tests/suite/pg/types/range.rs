//! Ranges and multiranges.

use std::ops::Bound;

use bigdecimal::BigDecimal;
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use rust_decimal::Decimal;
use schema_core::prelude::*;
use schema_core::types::{Range, RangeElement};
use schema_tests::db;
use time::macros::{date, datetime};

use super::{assert_literals, shown};

fn moment(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap()
}

fn day(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 2).unwrap()
}

fn open<T: RangeElement>(lower: T, upper: T) -> Range<T> {
    Range::new(Bound::Excluded(lower), Bound::Excluded(upper))
}

round_trip! {
    range_of_integers_is_int4range: Range<i32> = [
        Range::from(1..5), Range::from(7..), Range::from(..=-3), Range::empty(), Range::from(..),
        Range::from(9..=i32::MAX - 1),
    ];
    range_of_large_integers_is_int8range: Range<i64> = [Range::from(1..=5), open(i64::MIN, i64::MAX)];
    range_of_decimals_is_numrange: Range<Decimal> = [
        Range::from(Decimal::new(15, 1)..=Decimal::TWO), open(Decimal::ONE, Decimal::TEN), Range::from(..Decimal::TEN),
    ];
    range_of_big_decimals_is_numrange: Range<BigDecimal> = [Range::from(BigDecimal::from(1)..BigDecimal::from(2))];
    range_of_moments_is_tstzrange: Range<DateTime<Utc>> = [
        Range::from(moment(0)..moment(7)), Range::from(moment(0)..=moment(7)), Range::from(moment(-99_999_999_999)..),
    ];
    range_of_local_times_is_tsrange: Range<NaiveDateTime> = [
        Range::from(moment(0).naive_utc()..), open(moment(0).naive_utc(), moment(1).naive_utc()),
    ];
    range_of_dates_is_daterange: Range<NaiveDate> = [Range::from(day(-43)..=day(2024)), Range::from(day(2024)..)];
    range_of_the_time_crate: Range<time::OffsetDateTime> = [Range::from(datetime!(2024-02-29 23:59 UTC)..)];
    range_of_dates_of_the_time_crate: Range<time::Date> = [Range::from(date!(2024-02-29)..=date!(2024-03-01))];
}

#[test]
fn a_range_equals_what_the_server_returns_for_it() {
    #[table(name = "ranges")]
    struct Block {
        #[column(primary_key)]
        id: i32,
        seats: Range<i32>,
        #[column(default = 1..=4)]
        defaults: Range<i32>,
    }

    db::run(async |db| {
        create!(db, Block);
        let sent = [
            Range::from(1..=4),
            open(0, 5),
            open(4, 5),
            Range::from(3..3),
        ];
        for (id, seats) in (0..).zip(&sent) {
            let new = NewBlock {
                id,
                seats: seats.clone(),
            };
            let row = Block
                .insert(new)
                .returning_all()
                .fetch_one(db.pool())
                .await
                .unwrap();
            assert_eq!(&row.seats, seats);
            assert_eq!(row.defaults, Range::from(1..5));
        }
    });
}

#[test]
fn the_server_rejects_a_range_that_ends_before_it_starts() {
    #[table(name = "ranges")]
    struct Block {
        #[column(primary_key)]
        id: i32,
        seats: Range<i32>,
    }

    db::run(async |db| {
        create!(db, Block);
        #[expect(clippy::reversed_empty_ranges, reason = "what is tested")]
        let reversed = Block.select().filter(Block.seats.eq(5..3));
        let error = reversed
            .columns(Block.id)
            .fetch_all(db.pool())
            .await
            .unwrap_err();
        assert!(
            format!("{error:?}").contains("range lower bound must be less than or equal"),
            "{error:?}"
        );
    });
}
