//! Statements prepared before the schema changed.

use schema_core::prelude::*;
use schema_tests::db;
use sqlx::{Connection as _, Executor as _};

use super::{Note, note};

#[test]
fn a_prepared_statement_survives_new_columns() {
    db::run(async |db| {
        note(&db, "select 1").await;
        let mut connection = db.pool().acquire().await.unwrap();
        Note.select().fetch_all(&mut *connection).await.unwrap();
        connection
            .execute("alter table notes add column added integer")
            .await
            .unwrap();

        let rows = Note.select().fetch_all(&mut *connection).await.unwrap();

        assert_eq!(rows.len(), 1);
    });
}

#[test]
fn a_prepared_statement_is_stale_after_a_type_changes() {
    db::run(async |db| {
        note(&db, "alter table notes alter column text type varchar(20)").await;
        let mut connection = db.pool().acquire().await.unwrap();
        Note.select().fetch_all(&mut *connection).await.unwrap();
        connection
            .execute("alter table notes alter column text type text")
            .await
            .unwrap();

        let error = Note.select().fetch_all(&mut *connection).await.unwrap_err();

        assert!(matches!(error, Error::StalePlan(_)), "{error:?}");
        assert_eq!(
            error.to_string(),
            "a table has changed since this connection prepared the statement; \
             call `clear_cached_statements` or open a new connection"
        );
        connection.clear_cached_statements().await.unwrap();
        let rows = Note.select().fetch_all(&mut *connection).await.unwrap();
        assert_eq!(rows.len(), 1);
    });
}

#[test]
fn a_new_type_that_does_not_fit_is_reported_after_clearing() {
    db::run(async |db| {
        note(&db, "select 1").await;
        let mut connection = db.pool().acquire().await.unwrap();
        Note.select().fetch_all(&mut *connection).await.unwrap();
        connection
            .execute("alter table notes alter column number type text")
            .await
            .unwrap();

        let stale = Note.select().fetch_all(&mut *connection).await.unwrap_err();
        connection.clear_cached_statements().await.unwrap();
        let error = Note.select().fetch_all(&mut *connection).await.unwrap_err();

        assert!(matches!(stale, Error::StalePlan(_)), "{stale:?}");
        assert!(matches!(error, Error::Type { .. }), "{error:?}");
    });
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
enum Mood {
    Calm,
}

#[table(name = "guests")]
#[derive(Debug)]
struct Guest {
    #[column(primary_key)]
    id: i32,
    mood: Mood,
}

#[test]
fn a_connection_is_stale_after_an_enum_is_recreated() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let schema = schema![Guest];
        let new = || {
            Guest.insert(NewGuest {
                id: 1,
                mood: Mood::Calm,
            })
        };
        schema
            .create()
            .unwrap()
            .execute(&mut *connection)
            .await
            .unwrap();
        new().execute(&mut *connection).await.unwrap();
        schema
            .drop()
            .unwrap()
            .execute(&mut *connection)
            .await
            .unwrap();
        schema
            .create()
            .unwrap()
            .execute(&mut *connection)
            .await
            .unwrap();

        let prepared = new().execute(&mut *connection).await.unwrap_err();
        let other = Guest.update().set(Guest.mood, Mood::Calm).all_rows();
        let other = other.execute(&mut *connection).await.unwrap_err();

        for error in [prepared, other] {
            assert!(matches!(error, Error::StalePlan(_)), "{error:?}");
        }
        connection.clear_cached_statements().await.unwrap();
        new().execute(&mut *connection).await.unwrap();
        let row = Guest.find(1).fetch_one(&mut *connection).await.unwrap();
        assert_eq!((row.id, row.mood), (1, Mood::Calm));
    });
}
