//! Dates and times that are made, formatted and current; those of the crate `time`.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use schema_core::expr::function::{
    clock_timestamp, current_date, extract, field, justify_days, justify_hours, justify_interval,
    localtime, localtimestamp, make_date, make_interval, make_time, make_timestamp,
    make_timestamptz, statement_timestamp, to_char, to_date, to_timestamp, to_timestamp_epoch,
    transaction_timestamp,
};
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

#[table(name = "events")]
struct Event {
    #[column(primary_key)]
    id: i32,
    at: DateTime<Utc>,
    local: NaiveDateTime,
    day: Option<NaiveDate>,
    time: NaiveTime,
    length: Option<Interval>,
}

const SECOND: Interval = Interval::from_seconds(1);

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn local() -> NaiveDateTime {
    day(2024, 2, 29).and_hms_milli_opt(13, 14, 15, 500).unwrap()
}

async fn events(db: &TestDb) {
    create!(db, Event);
    let new = NewEvent {
        id: 1,
        at: local().and_utc(),
        local: local(),
        time: local().time(),
    };
    let event = Event
        .insert(&new)
        .set(Event.day, local().date())
        .set(Event.length, Interval::new(14, 3, 0));
    event.execute(db.pool()).await.unwrap();
    Event
        .insert(NewEvent { id: 2, ..new })
        .execute(db.pool())
        .await
        .unwrap();
}

/// The values of expressions in the row with this id.
macro_rules! values {
    ($db:ident, $id:literal, $($expression:expr),+ $(,)?) => {
        Event
            .select()
            .filter(Event.id.eq($id))
            .columns(($($expression,)+))
            .fetch_one($db.pool())
            .await
            .unwrap()
    };
}

#[test]
fn dates_are_made_and_formatted() {
    db::run(async |db| {
        events(&db).await;

        let made: (NaiveDate, NaiveTime, NaiveDateTime, DateTime<Utc>, Interval) = values!(
            db,
            1,
            make_date(2024, 2, 29),
            make_time(13, 14, 15.5),
            make_timestamp(2024, 2, 29, 13, 14, 15.5),
            make_timestamptz(2024, 2, 29, 13, 14, 15.5, "UTC"),
            make_interval(1, 2, 1, 3, 4, 5, 6.5),
        );
        assert_eq!(
            made,
            (
                day(2024, 2, 29),
                local().time(),
                local(),
                local().and_utc(),
                Interval::new(14, 10, 14_706_500_000)
            )
        );
        let read: (NaiveDate, DateTime<Utc>, DateTime<Utc>) = values!(
            db,
            1,
            to_date("29.02.2024", "DD.MM.YYYY"),
            to_timestamp("2024-02-29 00 UTC", "YYYY-MM-DD HH24 TZ"),
            to_timestamp_epoch(1.5),
        );
        let midnight = day(2024, 2, 29).and_hms_opt(0, 0, 0).unwrap().and_utc();
        assert_eq!(
            read,
            (
                day(2024, 2, 29),
                midnight,
                DateTime::from_timestamp_millis(1500).unwrap()
            )
        );
        let written = values!(
            db,
            1,
            to_char(Event.local, "YYYY-MM-DD\"T\"HH24:MI"),
            to_char(Event.day, "Day"),
            to_char(value(1234.5), "9G999D9"),
            to_char(Event.length, "MM"),
            justify_hours(Interval::from_seconds(90_000)),
            justify_days(Interval::new(0, 31, 0)),
            justify_interval(Interval::new(1, 0, -3_600_000_000)),
        );
        assert_eq!(written.0, "2024-02-29T13:14");
        assert_eq!(written.1.as_deref(), Some("Thursday "));
        assert!(written.2.contains("234"), "{}", written.2);
        assert_eq!(written.3.as_deref(), Some("02"));
        let hour = Interval::new(0, 1, 3_600_000_000);
        assert_eq!((written.4, written.5), (hour, Interval::new(1, 1, 0)));
        assert_eq!(written.6, Interval::new(0, 29, 82_800_000_000));
    });
}

#[test]
fn the_current_time() {
    db::run(async |db| {
        events(&db).await;

        let now: (
            NaiveDate,
            NaiveTime,
            NaiveDateTime,
            DateTime<Utc>,
            DateTime<Utc>,
            DateTime<Utc>,
        ) = values!(
            db,
            1,
            current_date(),
            localtime(),
            localtimestamp(),
            clock_timestamp(),
            statement_timestamp(),
            transaction_timestamp(),
        );

        assert_eq!((now.0, now.1), (now.2.date(), now.2.time()));
        assert!(now.3 >= now.4 && now.4 >= now.5, "{now:?}");
    });
}

/// The types of the crate `time` are as good as those of chrono.
#[test]
fn types_of_the_crate_time() {
    use time::macros::{date, datetime, offset};
    use time::{Date, OffsetDateTime, PrimitiveDateTime};

    #[table(name = "spans")]
    struct Span {
        #[column(primary_key)]
        id: i32,
        at: OffsetDateTime,
        day: Date,
    }

    db::run(async |db| {
        create!(db, Span);
        let at = datetime!(2024-02-29 13:14 UTC);
        let new = NewSpan {
            id: 1,
            at,
            day: date!(2024 - 02 - 29),
        };
        Span.insert(new).execute(db.pool()).await.unwrap();

        let span: (PrimitiveDateTime, Interval, Date, i32, i32, Date) = Span
            .select()
            .columns((
                Span.at.at_time_zone("UTC"),
                Span.at.since(at),
                Span.day + 1,
                Span.day.days_since(date!(2024 - 01 - 01)),
                extract(field::Hour, Span.at.at_time_zone("UTC")),
                make_date(2024, 1, 1),
            ))
            .fetch_one(db.pool())
            .await
            .unwrap();

        let local = at.to_offset(offset!(UTC));
        let local = PrimitiveDateTime::new(local.date(), local.time());
        assert_eq!(
            span,
            (
                local,
                Interval::ZERO,
                date!(2024 - 03 - 01),
                59,
                13,
                date!(2024 - 01 - 01)
            )
        );
    });
}
