//! `copy` in both directions.

use std::time::Duration;

use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use schema_core::prelude::*;
use schema_core::query::copy::CopyFormat;
use schema_tests::db::{self, TestDb};
use serde::{Deserialize, Serialize};

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
enum Mood {
    Happy,
    Sad,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Payload {
    number: i32,
}

#[table(name = "entries")]
#[derive(Debug, Clone, PartialEq, Insertable)]
#[insertable(Entry)]
struct Entry {
    #[column(primary_key)]
    id: i64,
    name: Option<String>,
    mood: Mood,
    moods: Vec<Mood>,
    numbers: Option<Vec<Option<i32>>>,
    payload: Json<Payload>,
    payloads: Vec<Json<Payload>>,
    embedding: Option<Vector<3>>,
    score: f64,
    bytes: Vec<u8>,
}

fn entry(id: i64) -> Entry {
    let some = id % 2 == 0;
    Entry {
        id,
        name: some.then(|| format!("näme\t\"{id}\"\n\\N")),
        mood: if some { Mood::Happy } else { Mood::Sad },
        moods: if some {
            vec![Mood::Sad, Mood::Happy]
        } else {
            vec![]
        },
        numbers: some.then(|| vec![Some(1), None, Some(-3)]),
        payload: Json(Payload { number: 7 }),
        payloads: vec![Json(Payload { number: 8 })],
        embedding: some.then(|| Vector::from([1.0, -2.0, 0.5])),
        score: 0.1,
        bytes: vec![0, 255],
    }
}

async fn all(db: &TestDb) -> Vec<Entry> {
    Entry
        .select()
        .order_by(Entry.id)
        .fetch_all(db.pool())
        .await
        .unwrap()
}

#[test]
fn every_type_travels_in_both_directions() {
    db::run(async |db| {
        create!(db, Entry);
        let entries: Vec<_> = (1..=20).map(entry).collect();

        let copied = Entry
            .copy_in(entries.clone())
            .execute(db.pool())
            .await
            .unwrap();
        assert_eq!(copied, 20);
        assert_eq!(all(&db).await, entries);
        let mut connection = db.pool().acquire().await.unwrap();
        let query = Entry.select().order_by(Entry.id);
        let rows = query.copy_out(&mut connection).await.unwrap();
        assert_eq!(rows.try_collect::<Vec<_>>().await.unwrap(), entries);
    });
}

#[test]
fn a_row_larger_than_the_chunks() {
    db::run(async |db| {
        create!(db, Entry);
        let large = Entry {
            name: Some("x".repeat(3_000_000)),
            bytes: vec![1; 200_000],
            ..entry(2)
        };
        let rows = [entry(1), large.clone(), entry(3)];
        Entry.copy_in(&rows).execute(db.pool()).await.unwrap();

        let mut connection = db.pool().acquire().await.unwrap();
        let copied = Entry
            .select()
            .filter(Entry.name.is_not_null())
            .copy_out(&mut connection);
        let copied: Vec<Entry> = copied.await.unwrap().try_collect().await.unwrap();
        assert_eq!(copied, [large]);
    });
}

#[test]
fn no_rows_and_some_of_a_stream() {
    db::run(async |db| {
        create!(db, Entry);
        let none = Entry.copy_in(Vec::<Entry>::new());
        assert_eq!(none.execute(db.pool()).await.unwrap(), 0);
        let mut connection = db.pool().acquire().await.unwrap();
        let rows = stream::iter(1..=5000).map(|id| Ok(entry(id)));
        let copied = Entry
            .copy_in_stream(rows)
            .execute(&mut *connection)
            .await
            .unwrap();
        assert_eq!(copied, 5000);
        let ids = Entry
            .select()
            .columns(Entry.id)
            .copy_out(&mut connection)
            .await
            .unwrap();
        assert_eq!(ids.try_collect::<Vec<_>>().await.unwrap().len(), 5000);
        let empty = Entry
            .select()
            .filter(Entry.name.is_null().and(Entry.name.is_not_null()));
        let mut empty = empty.copy_out(&mut connection).await.unwrap();
        assert!(empty.next().await.is_none());
    });
}

#[test]
fn an_error_names_the_row_and_nothing_is_written() {
    db::run(async |db| {
        create!(db, Entry);
        let rows = (1..=3000).map(|id| entry(if id == 2000 { 5 } else { id }));
        let error = Entry.copy_in(rows).execute(db.pool()).await.unwrap_err();
        assert!(error.is_unique_violation(), "{error}");
        assert_eq!(
            (error.table(), error.column()),
            (Some("entries"), Some("id"))
        );
        assert_eq!(error.copied_row(), Some(2000));
        assert_eq!(all(&db).await, []);

        let rows = (1..=3).map(|id| Entry {
            name: (id == 3).then(|| "a\0b".into()),
            ..entry(id)
        });
        let error = Entry.copy_in(rows).execute(db.pool()).await.unwrap_err();
        assert!(matches!(error, Error::Encode { .. }), "{error}");
        assert_eq!(
            (error.table(), error.column()),
            (Some("entries"), Some("name"))
        );
        assert_eq!(error.copied_row(), Some(3));
        assert_eq!(all(&db).await, []);
    });
}

#[test]
fn a_value_that_the_server_rejects_names_its_column() {
    db::run(async |db| {
        create!(db, Entry);
        sqlx::query("alter table entries alter mood type text")
            .execute(db.pool())
            .await
            .unwrap();
        sqlx::query("alter table entries alter score type real")
            .execute(db.pool())
            .await
            .unwrap();
        let error = Entry
            .copy_in([entry(1)])
            .execute(db.pool())
            .await
            .unwrap_err();
        assert!(matches!(error, Error::Value { .. }), "{error}");
        assert_eq!(
            (error.table(), error.column()),
            (Some("entries"), Some("score"))
        );
        assert_eq!(error.copied_row(), Some(1));
    });
}

#[test]
fn an_error_of_the_stream_ends_the_copy() {
    db::run(async |db| {
        create!(db, Entry);
        let rows = stream::iter([Ok(entry(1)), Err(Error::NotFound), Ok(entry(2))]);
        let mut connection = db.pool().acquire().await.unwrap();
        let error = Entry.copy_in_stream(rows).execute(&mut *connection).await;
        assert!(error.unwrap_err().is_not_found());
        let count = Entry.select().columns(count());
        assert_eq!(count.fetch_one(&mut *connection).await.unwrap(), 0);
    });
}

#[test]
fn an_interrupted_copy_leaves_nothing() {
    db::run(async |db| {
        create!(db, Entry);
        let rows = stream::iter(1..=2000).map(|id| Ok(entry(id)));
        let endless = rows.chain(stream::pending());
        let copy = Entry.copy_in_stream(endless).execute(db.pool());
        let waited = tokio::time::timeout(Duration::from_millis(300), copy).await;
        assert!(waited.is_err());
        assert_eq!(all(&db).await, []);
        Entry.copy_in([entry(1)]).execute(db.pool()).await.unwrap();
        assert_eq!(all(&db).await.len(), 1);
    });
}

#[test]
fn a_copy_is_part_of_the_transaction() {
    db::run(async |db| {
        create!(db, Entry);
        let mut transaction = db.pool().begin().await.unwrap();
        Entry
            .copy_in([entry(1)])
            .execute(&mut *transaction)
            .await
            .unwrap();
        transaction.rollback().await.unwrap();
        assert_eq!(all(&db).await, []);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn a_copy_dropped_early_leaves_the_pool_usable() {
    db::run(async |db| {
        create!(db, Entry);
        Entry
            .copy_in((1..=5000).map(entry))
            .execute(db.pool())
            .await
            .unwrap();
        let mut connection = db.pool().acquire().await.unwrap();
        let mut rows = Entry.select().copy_out(&mut connection).await.unwrap();
        assert!(rows.next().await.unwrap().is_ok());
        drop(rows);
        drop(connection);
        assert_eq!(all(&db).await.len(), 5000);
    });
}

#[test]
fn a_column_of_another_type_is_found_before_the_copy() {
    db::run(async |db| {
        create!(db, Entry);
        sqlx::query("alter table entries alter score type text")
            .execute(db.pool())
            .await
            .unwrap();
        let mut connection = db.pool().acquire().await.unwrap();
        let error = Entry.select().copy_out(&mut connection).await.unwrap_err();
        assert!(matches!(error, Error::Type { .. }), "{error}");
        assert_eq!(error.column(), Some("score"));
    });
}

#[test]
fn a_query_with_values_cannot_be_copied() {
    db::run(async |db| {
        create!(db, Entry);
        let mut connection = db.pool().acquire().await.unwrap();
        let error = Entry.find(7).copy_out(&mut connection).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "the statement is not valid: `copy` has no parameters, and the query contains 1 values; read it by `fetch`"
        );
    });
}

#[test]
fn a_copy_as_text() {
    db::run(async |db| {
        create!(db, Entry);
        Entry.copy_in([entry(1)]).execute(db.pool()).await.unwrap();
        let mut connection = db.pool().acquire().await.unwrap();
        let query = Entry.select().columns((Entry.id, Entry.name, Entry.moods));
        for (format, expected) in [
            (CopyFormat::CsvWithHeader, "id,name,moods\n1,,{}\n"),
            (CopyFormat::Csv, "1,,{}\n"),
            (CopyFormat::Text, "1\t\\N\t{}\n"),
        ] {
            let bytes = query.copy_out_as(format, &mut connection).await.unwrap();
            let bytes: Vec<Vec<u8>> = bytes.try_collect().await.unwrap();
            assert_eq!(String::from_utf8(bytes.concat()).unwrap(), expected);
        }
    });
}
