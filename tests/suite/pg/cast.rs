//! Casts.

use bigdecimal::BigDecimal;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use schema_core::prelude::*;
use schema_tests::db;
use serde_json::{Value, json};
use uuid::Uuid;

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
enum Color {
    Red,
    Green,
}

#[table(name = "things")]
struct Thing {
    #[column(primary_key)]
    id: i32,
    color: Color,
    data: Value,
    size: Option<i64>,
}

/// The values of expressions in the only row.
macro_rules! values {
    ($db:ident, $($expression:expr),+ $(,)?) => {
        Thing.select().columns(($($expression,)+)).fetch_one($db.pool()).await.unwrap()
    };
}

macro_rules! create_thing {
    ($db:ident) => {
        create!($db, Thing);
        let new = NewThing { id: 1, color: Color::Green, data: json!({"n": 7, "null": null}) };
        Thing.insert(new).execute($db.pool()).await.unwrap();
    };
}

#[test]
fn numbers_texts_and_bools() {
    db::run(async |db| {
        create_thing!(db);

        let numbers = values!(
            db,
            Thing.id.cast::<i64>(),
            Thing.size.cast::<String>(),
            value(2.5).cast::<i32>(),
            value("2.50").cast::<Decimal>(),
            value(Decimal::new(25, 1)).cast::<f64>(),
            value(7_i16).cast::<BigDecimal>(),
            value(0).cast::<bool>(),
            value(true).cast::<i32>(),
        );
        assert_eq!(
            numbers,
            (
                1,
                None,
                2,
                Decimal::new(250, 2),
                2.5,
                BigDecimal::from(7),
                false,
                1
            )
        );
        let texts = values!(
            db,
            Thing.color.cast::<String>(),
            value("red").cast::<Color>(),
            value(Uuid::nil()).cast::<String>(),
            value("{1,2}").cast::<Vec<i32>>(),
            value([1.5, 2.5]).cast::<Vec<i32>>(),
            value(vec![Some(1), None]).cast::<Vec<Option<String>>>(),
        );
        assert_eq!(
            texts,
            (
                "green".into(),
                Color::Red,
                Uuid::nil().to_string(),
                vec![1, 2],
                vec![2, 2],
                vec![Some("1".to_owned()), None]
            )
        );
    });
}

#[test]
fn dates_json_vectors_and_bits() {
    db::run(async |db| {
        create_thing!(db);

        let day = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
        let moment = day.and_hms_opt(1, 2, 3).unwrap();
        let times = values!(
            db,
            value(moment).cast::<NaiveDate>(),
            value(moment).cast::<NaiveTime>(),
            value(day).cast::<NaiveDateTime>(),
            value("2024-02-29 00:00:00Z").cast::<DateTime<Utc>>(),
            value(moment.time()).cast::<Interval>(),
        );
        let midnight = day.and_hms_opt(0, 0, 0).unwrap();
        assert_eq!(
            times,
            (
                day,
                moment.time(),
                midnight,
                midnight.and_utc(),
                Interval::from_seconds(3723)
            )
        );
        let data = values!(
            db,
            Thing.data.get("n").cast::<i32>(),
            Thing.data.get("missing").cast::<i64>(),
            Thing.data.cast::<String>(),
            value("[1]").cast::<Value>(),
        );
        assert_eq!(
            data,
            (
                Some(7),
                None,
                r#"{"n": 7, "null": null}"#.into(),
                json!([1])
            )
        );
        let vectors = values!(
            db,
            value(Vector::from([1.0, 2.0])).cast::<Vec<f32>>(),
            value([1, 2]).cast::<Vector<2>>(),
            value(Vector::from([1.0, 2.0]))
                .cast::<HalfVector<2>>()
                .cast::<Vector<2>>(),
            value(5).cast::<Bits<4>>().cast::<String>(),
            value(5_i64).cast::<Bits<4>>().cast::<i32>(),
        );
        assert_eq!(
            vectors,
            (
                vec![1.0, 2.0],
                Vector::from([1.0, 2.0]),
                Vector::from([1.0, 2.0]),
                "0101".into(),
                5
            )
        );
    });
}

/// JSON's null becomes NULL since Postgres 18; before, it is an error of the server.
#[test]
fn the_null_of_json_is_null() {
    db::run(async |db| {
        create_thing!(db);

        let number = Thing
            .select()
            .columns(Thing.data.get("null").assume_not_null().cast::<i32>());
        let number: Result<Option<i32>, _> = number.fetch_one(db.pool()).await;

        assert_eq!(
            number.ok(),
            (db.server_version_num() >= 180_000).then_some(None)
        );
    });
}
