//! Values that cannot be encoded, and rows that cannot be decoded.

use std::error::Error as _;

use schema_core::prelude::*;
use schema_tests::db;
use serde_json::json;

use super::{Note, ids, location, note};

#[test]
fn a_vector_of_the_wrong_length_reports_both_lengths() {
    let numbers: Vec<f32> = vec![0.0; 768];

    let error = Vector::<384>::try_from(numbers.as_slice()).unwrap_err();

    assert_eq!(error.to_string(), "expected 384 dimensions, got 768");
    let error = Vector::<384>::try_from(numbers).unwrap_err();
    assert_eq!((error.expected, error.got), (384, 768));
}

#[test]
fn a_text_with_nul_names_its_column_and_is_not_sent() {
    db::run(async |db| {
        create!(db, Note);
        Note.insert(note(1, "a")).execute(db.pool()).await.unwrap();
        let text = "a\0b";

        let insert = Note.insert(note(2, text)).execute(db.pool()).await;
        let set = Note.insert(note(2, "b")).set(Note.code, text);
        let set = set.execute(db.pool()).await;
        let rows = Note.insert_many([note(2, "b"), note(3, text)]);
        let rows = rows.execute(db.pool()).await;
        let update = Note.update().set(Note.title, text).all_rows();
        let update = update.execute(db.pool()).await;
        let array = Note.insert(note(2, "b")).set(Note.tags, [text]);
        let array = array.execute(db.pool()).await;

        let columns = [
            (insert, "title"),
            (set, "code"),
            (rows, "title"),
            (update, "title"),
            (array, "tags"),
        ];
        for (result, column) in columns {
            let error = result.unwrap_err();
            assert!(matches!(error, Error::Encode { .. }), "{error:?}");
            assert_eq!(location(&error), (Some("notes"), Some(column)));
            assert_eq!(
                error.to_string(),
                format!("could not encode a value for column `{column}` of table `notes`")
            );
            let cause = error.source().unwrap().to_string();
            assert!(
                cause.starts_with("text contains a NUL character"),
                "{cause}"
            );
        }
        assert_eq!(ids(&db).await, [1]);
    });
}

#[test]
fn a_text_with_nul_in_a_filter_is_not_sent() {
    db::run(async |db| {
        create!(db, Note);

        let select = Note.select().filter(Note.title.eq("a\0b"));
        let select = select.fetch_all(db.pool()).await.unwrap_err();
        let list = Note.select().filter(Note.title.eq_any(["a", "a\0b"]));
        let list = list.boxed().fetch_optional(db.pool()).await.unwrap_err();
        let mut stream = Note.select().filter(Note.title.eq("a\0b")).fetch(db.pool());
        let stream = futures_util::StreamExt::next(&mut stream)
            .await
            .unwrap()
            .unwrap_err();

        for error in [select, list, stream] {
            assert!(matches!(error, Error::Encode { .. }), "{error:?}");
            assert_eq!(error.to_string(), "could not encode a value");
        }
    });
}

/// Finding D24.
#[test]
fn json_with_nul_names_its_column_and_is_not_sent() {
    db::run(async |db| {
        create!(db, Note);
        // Valid JSON that `jsonb` cannot represent.
        let json = || json!({"a": "x\0y"});

        let insert = Note.insert(note(1, "a")).set(Note.raw, json());
        let insert = insert.execute(db.pool()).await.unwrap_err();
        let update = Note.update().set(Note.raw, json()).all_rows();
        let update = update.execute(db.pool()).await.unwrap_err();

        for error in [insert, update] {
            assert!(matches!(error, Error::Encode { .. }), "{error:?}");
            assert_eq!(location(&error), (Some("notes"), Some("raw")));
            assert_eq!(
                error.source().unwrap().to_string(),
                "JSON contains a NUL character (`\\u0000`), which `jsonb` cannot store; remove it"
            );
        }
        assert!(ids(&db).await.is_empty());
    });
}

/// Findings A17 and D24.
#[test]
fn a_time_that_postgres_does_not_have_names_its_column_and_is_not_sent() {
    use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

    #[table(name = "times")]
    #[derive(Debug)]
    struct Times {
        #[column(primary_key)]
        id: i32,
        at: Option<DateTime<Utc>>,
        local: Option<NaiveDateTime>,
        day: Option<NaiveDate>,
        time: Option<NaiveTime>,
        old: Option<time::OffsetDateTime>,
        days: Option<Vec<NaiveDate>>,
    }

    db::run(async |db| {
        create!(db, Times);
        let leap = NaiveTime::from_hms_milli_opt(12, 0, 59, 1_500).unwrap();
        let leap = NaiveDate::from_ymd_opt(2016, 12, 31)
            .unwrap()
            .and_time(leap);
        let new = || Times.insert(NewTimes { id: 1 });
        let early = time::Date::MIN.midnight().assume_utc();

        for (column, result) in [
            (
                "at",
                new().set(Times.at, leap.and_utc()).execute(db.pool()).await,
            ),
            (
                "local",
                new().set(Times.local, leap).execute(db.pool()).await,
            ),
            (
                "time",
                new().set(Times.time, leap.time()).execute(db.pool()).await,
            ),
            (
                "at",
                new()
                    .set(Times.at, DateTime::<Utc>::MIN_UTC)
                    .execute(db.pool())
                    .await,
            ),
            (
                "day",
                new()
                    .set(Times.day, NaiveDate::MIN)
                    .execute(db.pool())
                    .await,
            ),
            ("old", new().set(Times.old, early).execute(db.pool()).await),
            (
                "days",
                new()
                    .set(Times.days, vec![NaiveDate::MIN])
                    .execute(db.pool())
                    .await,
            ),
        ] {
            let error = result.unwrap_err();
            assert!(matches!(error, Error::Encode { .. }), "{error:?}");
            assert_eq!(location(&error), (Some("times"), Some(column)));
        }
        let first = "-4713-11-24T00:00:00Z".parse::<DateTime<Utc>>().unwrap();
        let last = "+262142-12-31T23:59:59.999999Z"
            .parse::<DateTime<Utc>>()
            .unwrap();
        new().set(Times.at, first).execute(db.pool()).await.unwrap();
        let last_row = Times.insert(NewTimes { id: 2 }).set(Times.at, last);
        last_row.execute(db.pool()).await.unwrap();
        let times = Times.select().order_by(Times.id.asc()).columns(Times.at);
        assert_eq!(
            times.fetch_all(db.pool()).await.unwrap(),
            [Some(first), Some(last)]
        );
    });
}

#[test]
fn json_that_does_not_match_the_struct_names_its_column() {
    db::run(async |db| {
        create!(db, Note);
        let insert = sqlx::query("insert into notes (id, title, body) values (1, 'a', '[]')");
        insert.execute(db.pool()).await.unwrap();

        let error = Note.find(1).fetch_one(db.pool()).await.unwrap_err();

        assert!(matches!(error, Error::Decode { .. }), "{error:?}");
        assert_eq!(location(&error), (Some("notes"), Some("body")));
    });
}

#[test]
fn json_that_serde_cannot_serialize_names_its_column() {
    #[table(name = "maps")]
    #[derive(Debug)]
    struct Map {
        #[column(primary_key)]
        id: i32,
        body: Json<std::collections::BTreeMap<Vec<i32>, i32>>,
    }

    db::run(async |db| {
        create!(db, Map);
        let body = Json([(vec![1], 1)].into());

        let error = Map
            .insert(NewMap { id: 1, body })
            .execute(db.pool())
            .await
            .unwrap_err();

        assert!(matches!(error, Error::Encode { .. }), "{error:?}");
        assert_eq!(location(&error), (Some("maps"), Some("body")));
        let rows = Map.select().columns(count()).fetch_one(db.pool()).await;
        assert_eq!(rows.unwrap(), 0);
    });
}
