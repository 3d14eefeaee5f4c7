//! Operators and functions of dates and times.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use schema_core::expr::function::{
    age, age_today, date_bin, date_part, date_trunc, date_trunc_in_zone, extract, field, isfinite,
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
fn fields() {
    db::run(async |db| {
        events(&db).await;

        let of_moment = values!(
            db,
            1,
            extract(field::Year, Event.local),
            extract(field::Quarter, Event.local),
            extract(field::Doy, Event.local),
            extract(field::Isodow, Event.local),
            extract(field::Second, Event.local),
            extract(field::Epoch, Event.at),
            extract(field::Microseconds, Event.time),
            extract(field::Millennium, Event.day),
            extract(field::Week, Event.day),
            extract(field::Month, Event.length),
            date_part(field::Hour, Event.time),
        );
        let epoch = 1_709_212_455.5;
        assert_eq!(
            of_moment,
            (
                2024,
                1,
                60,
                4,
                15.5,
                epoch,
                15_500_000,
                Some(3),
                Some(9),
                Some(2),
                13.0
            )
        );
        let of_null = values!(
            db,
            2,
            extract(field::Year, Event.day),
            date_trunc(field::Day, Event.length)
        );
        assert_eq!(of_null, (None, None));
    });
}

/// Every field, of each type that has it.
#[test]
fn each_field_exists() {
    db::run(async |db| {
        events(&db).await;
        macro_rules! each {
            ($source:expr => $($field:ident)*) => {$(
                let (part, value) = values!(
                    db,
                    1,
                    date_part(field::$field, $source),
                    extract(field::$field, $source).cast::<f64>()
                );
                let (part, value): (Option<f64>, Option<f64>) = (part.into(), value.into());
                assert_eq!(part, value, stringify!($field));
            )*};
        }

        each!(Event.at => Century Day Decade Dow Doy Epoch Hour Isodow Isoyear Julian Microseconds Millennium
            Milliseconds Minute Month Quarter Second Timezone TimezoneHour TimezoneMinute Week Year);
        each!(Event.local => Century Day Decade Dow Doy Epoch Hour Isodow Isoyear Julian Microseconds Millennium
            Milliseconds Minute Month Quarter Second Week Year);
        each!(Event.day => Century Day Decade Dow Doy Epoch Isodow Isoyear Julian Millennium Month Quarter Week Year);
        each!(Event.time => Epoch Hour Microseconds Milliseconds Minute Second);
        each!(Event.length => Century Day Decade Epoch Hour Microseconds Millennium Milliseconds Minute Month Quarter
            Second Year);
        macro_rules! each_unit {
            ($($unit:ident)*) => {$(
                let (truncated, interval) = values!(
                    db,
                    1,
                    date_trunc(field::$unit, Event.local),
                    date_trunc_in_zone(field::$unit, Event.at, "UTC").at_time_zone("UTC")
                );
                assert_eq!(truncated, interval);
            )*};
        }
        each_unit!(Century Day Decade Hour Microseconds Millennium Milliseconds Minute Month Quarter Second Week Year);
    });
}

#[test]
fn starts_and_ages() {
    db::run(async |db| {
        events(&db).await;
        let midnight = |date: NaiveDate| date.and_hms_opt(0, 0, 0).unwrap();

        let starts = values!(
            db,
            1,
            date_trunc(field::Month, Event.local),
            date_trunc_in_zone(field::Day, Event.at, "Asia/Tokyo"),
            date_trunc(field::Year, Event.length),
            date_bin(
                Interval::from_seconds(900),
                Event.local,
                midnight(day(2024, 1, 1))
            ),
            date_trunc(field::Year, Event.day)
                .at_time_zone("UTC")
                .cast::<NaiveDate>(),
        );
        assert_eq!(
            starts,
            (
                midnight(day(2024, 2, 1)),
                day(2024, 2, 28).and_hms_opt(15, 0, 0).unwrap().and_utc(),
                Some(Interval::new(12, 0, 0)),
                day(2024, 2, 29).and_hms_opt(13, 0, 0).unwrap(),
                starts.4
            )
        );
        assert!(starts.4.is_some());
        let ages = values!(
            db,
            1,
            age(Event.local, midnight(day(2023, 1, 28))),
            age_today(Event.local)
                .lt(Interval::new(-1, 0, 0))
                .or(age_today(Event.local).gt(SECOND)),
            isfinite(Event.day),
            isfinite(Event.length)
        );
        let since = Interval::new(13, 1, 47_655_500_000);
        assert_eq!(ages, (since, true, Some(true), Some(true)));
    });
}

#[test]
fn arithmetic() {
    db::run(async |db| {
        events(&db).await;

        let moved = values!(
            db,
            1,
            Event.at.at_time_zone("Asia/Tokyo"),
            Event.local.at_time_zone("Asia/Tokyo"),
            Event.day + 1,
            Event.day - 29,
            Event.day.plus(SECOND),
            Event.day.minus(SECOND),
            Event.local - SECOND,
            Event.length * 2.0,
            Event.length / 2.0,
        );
        let nine = TimeDelta::hours(9);
        let midnight = day(2024, 2, 29).and_hms_opt(0, 0, 0).unwrap();
        let second = TimeDelta::seconds(1);
        assert_eq!(
            moved,
            (
                local() + nine,
                (local() - nine).and_utc(),
                Some(day(2024, 3, 1)),
                Some(day(2024, 1, 31)),
                Some(midnight + second),
                Some(midnight - second),
                local() - second,
                Some(Interval::new(28, 6, 0)),
                Some(Interval::new(7, 1, 43_200_000_000)),
            )
        );
        let between = values!(
            db,
            1,
            Event.local.since(Event.local - SECOND),
            Event.time.since(NaiveTime::MIN),
            Event.day.days_since(day(2024, 1, 1)),
            Event.at.since(DateTime::<Utc>::UNIX_EPOCH)
        );
        assert_eq!(
            between,
            (
                SECOND,
                Interval::new(0, 0, 47_655_500_000),
                Some(59),
                Interval::new(0, 19_782, 47_655_500_000)
            )
        );
        let of_null = values!(
            db,
            2,
            Event.day + 1,
            Event.day.plus(SECOND),
            Event.length * 2.0
        );
        assert_eq!(of_null, (None, None, None));
    });
}
