//! Dates, times and intervals.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use schema_core::prelude::*;
use schema_tests::db;
use time::macros::{date, datetime, time};
use time::{Date, OffsetDateTime, PrimitiveDateTime, Time};

use super::{assert_literals, shown};

fn chrono_moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

round_trip! {
    chrono_date_time_is_timestamptz: DateTime<Utc> = [
        chrono_moment("2024-02-29T23:59:59.999999Z"), chrono_moment("1969-12-31T23:59:59Z"),
        chrono_moment("-4711-01-01T00:00:00.000001Z"), chrono_moment("+200000-12-31T00:00:00Z"),
    ];
    chrono_naive_date_time_is_timestamp: NaiveDateTime = [
        chrono_moment("2024-02-29T23:59:59.999999Z").naive_utc(), chrono_moment("-4711-01-01T00:00:00Z").naive_utc(),
        chrono_moment("+200000-12-31T00:00:00Z").naive_utc(),
    ];
    chrono_naive_date_is_date: NaiveDate = [
        NaiveDate::from_ymd_opt(2000, 1, 1).unwrap(), NaiveDate::from_ymd_opt(1999, 12, 31).unwrap(),
        NaiveDate::from_ymd_opt(-4711, 1, 1).unwrap(), NaiveDate::from_ymd_opt(200_000, 2, 29).unwrap(),
    ];
    chrono_naive_time_is_time: NaiveTime = [
        NaiveTime::MIN, NaiveTime::from_hms_micro_opt(23, 59, 59, 999_999).unwrap(),
    ];
    time_offset_date_time_is_timestamptz: OffsetDateTime = [
        datetime!(2024-02-29 23:59:59.999999 UTC), datetime!(1969-12-31 23:59:59 UTC), datetime!(-4711-01-01 0:00 UTC),
        datetime!(9999-12-31 0:00 UTC),
    ];
    time_primitive_date_time_is_timestamp: PrimitiveDateTime = [
        datetime!(2024-02-29 23:59:59.999999), datetime!(-4711-01-01 0:00), datetime!(9999-12-31 0:00),
    ];
    time_date_is_date: Date = [date!(2000-01-01), date!(1999-12-31), date!(-4711-01-01), date!(9999-12-31)];
    time_time_is_time: Time = [Time::MIDNIGHT, time!(23:59:59.999999)];
    // With those that are infinite: finding A16.
    interval_is_interval: Interval = [
        Interval::ZERO, Interval::new(14, -3, 4_500_000), Interval::new(-1, 0, -1), Interval::INFINITY,
        Interval::NEG_INFINITY,
    ];
}

#[test]
fn an_infinite_time_is_an_error_that_names_the_column() {
    #[table(name = "events")]
    #[derive(Debug)]
    struct Event {
        #[column(primary_key)]
        id: i32,
        at: DateTime<Utc>,
    }

    db::run(async |db| {
        create!(db, Event);
        sqlx::query("insert into events values (1, 'infinity')")
            .execute(db.pool())
            .await
            .unwrap();

        let error = Event.find(1).fetch_one(db.pool()).await.unwrap_err();

        assert!(matches!(error, Error::Decode { .. }), "{error:?}");
        assert_eq!(error.table(), Some("events"));
        assert_eq!(error.column(), Some("at"));
        let ids = Event.select().columns((Event.id, Event.at));
        let error = ids.fetch_one(db.pool()).await.unwrap_err();
        assert_eq!(error.column(), Some("at"));
    });
}
