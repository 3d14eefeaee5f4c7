//! Empty and very long lists, and statements that fail half-way.

use schema_core::prelude::*;
use schema_tests::db;

use super::{NewNote, Note, ids, note};

#[test]
fn a_list_can_have_more_values_than_a_statement_has_parameters() {
    db::run(async |db| {
        create!(db, Note);
        Note.insert(note(65_600, "a"))
            .execute(db.pool())
            .await
            .unwrap();
        let list: Vec<i32> = (0..=65_600).collect();

        let found = Note.select().filter(Note.id.eq_any(&list)).columns(Note.id);

        assert_eq!(found.fetch_all(db.pool()).await.unwrap(), [65_600]);
    });
}

#[test]
fn an_empty_list_matches_nothing() {
    db::run(async |db| {
        create!(db, Note);
        Note.insert(note(1, "a")).execute(db.pool()).await.unwrap();
        let none: &[i32] = &[];

        let found = Note.select().filter(Note.id.eq_any(none));
        let gone = Note.delete().filter(Note.id.eq_any(none));

        assert!(found.fetch_all(db.pool()).await.unwrap().is_empty());
        assert_eq!(gone.execute(db.pool()).await.unwrap(), 0);
        assert_eq!(ids(&db).await, [1]);
    });
}

#[test]
fn an_empty_insert_inserts_nothing() {
    db::run(async |db| {
        create!(db, Note);
        let none: [NewNote; 0] = [];

        let rows = Note
            .insert_many(none)
            .returning_all()
            .fetch_all(db.pool())
            .await;

        assert!(rows.unwrap().is_empty());
        assert!(ids(&db).await.is_empty());
    });
}

#[test]
fn a_partly_failed_insert_inserts_nothing() {
    db::run(async |db| {
        create!(db, Note);
        Note.insert(note(500, "a"))
            .execute(db.pool())
            .await
            .unwrap();
        let rows: Vec<_> = (0..1000).map(|id| note(id, "b")).collect();

        let error = Note.insert_many(rows).execute(db.pool()).await.unwrap_err();

        assert!(error.is_unique_violation());
        assert_eq!(ids(&db).await, [500]);
    });
}

#[test]
fn a_failed_script_creates_nothing() {
    #[table(name = "good")]
    #[derive(Debug)]
    struct Good {
        #[column(primary_key)]
        id: i32,
    }

    #[table(name = "notes")]
    #[derive(Debug)]
    struct Taken {
        #[column(primary_key)]
        id: i32,
    }

    db::run(async |db| {
        create!(db, Note);
        let script = schema![Good, Taken].create().unwrap();

        let error = script.execute(db.pool()).await.unwrap_err();

        assert_eq!(
            error.to_string(),
            "the server reported an error: relation \"notes\" already exists"
        );
        let statement = error.sql().unwrap();
        assert!(
            statement.starts_with("create table \"notes\" ("),
            "{statement}"
        );
        let error = Good.select().fetch_all(db.pool()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "the server reported an error: relation \"good\" does not exist"
        );
    });
}

#[test]
fn a_failed_statement_fails_its_transaction_until_it_is_rolled_back() {
    db::run(async |db| {
        create!(db, Note);
        let mut transaction = db.pool().begin().await.unwrap();
        let insert = Note.insert(note(1, "a"));
        insert.execute(&mut *transaction).await.unwrap();
        let again = Note.insert(note(1, "a")).execute(&mut *transaction).await;
        assert!(again.unwrap_err().is_unique_violation());

        let error = Note
            .select()
            .fetch_all(&mut *transaction)
            .await
            .unwrap_err();

        assert!(matches!(error, Error::Database(_)), "{error:?}");
        drop(transaction);
        assert!(ids(&db).await.is_empty());
    });
}
