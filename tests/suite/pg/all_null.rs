//! A row of NULLs only is a row, also where an outer join may find none. Finding A11.

use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};

#[table(name = "people")]
#[derive(Debug, PartialEq)]
struct Person {
    #[column(primary_key)]
    id: i64,
}

/// A column has the name of the table.
#[table(name = "notes")]
#[derive(Debug, PartialEq)]
struct Note {
    person_id: Option<i64>,
    notes: Option<String>,
}

alias!(Other = Note);

async fn people_and_notes(db: &TestDb) {
    create!(db, Person, Note);
    for id in [1, 2] {
        Person
            .insert(NewPerson { id })
            .execute(db.pool())
            .await
            .unwrap();
    }
    Note.insert(NewNote {}).execute(db.pool()).await.unwrap();
}

const EMPTY: Note = Note {
    person_id: None,
    notes: None,
};

#[test]
fn a_row_of_nulls_is_told_from_no_row() {
    db::run(async |db| {
        people_and_notes(&db).await;
        let query = Person
            .select()
            .left_join(Note, Person.id.eq(2))
            .order_by(Person.id.asc());
        assert_eq!(
            query.to_sql(),
            r#"select "people"."id", ("notes".*) is distinct from null, "notes"."person_id", "notes"."notes" from "people" left join "notes" on "people"."id" = $1 order by "people"."id""#
        );

        let rows = query.fetch_all(db.pool()).await.unwrap();
        let boxed = query.boxed().fetch_all(db.pool()).await.unwrap();
        let mut stream = query.fetch(db.pool());
        let first = futures_util::StreamExt::next(&mut stream).await;

        let expected = [(Person { id: 1 }, None), (Person { id: 2 }, Some(EMPTY))];
        assert_eq!(rows, expected);
        assert_eq!(boxed, expected);
        assert_eq!(first.unwrap().unwrap(), expected[0]);
    });
}

#[test]
fn some_columns_of_a_row_of_nulls() {
    db::run(async |db| {
        people_and_notes(&db).await;

        let query = Person
            .select()
            .left_join(Note, Person.id.eq(2))
            .order_by(Person.id)
            .columns(Note.if_found(Note.notes));

        assert_eq!(
            query.fetch_all(db.pool()).await.unwrap(),
            [None, Some(None)]
        );
    });
}

#[test]
fn an_alias_and_the_other_side_of_a_join() {
    db::run(async |db| {
        people_and_notes(&db).await;

        let right = Other
            .select()
            .right_join(Person, Person.id.eq(1))
            .order_by(Person.id.asc());
        let right = right.fetch_all(db.pool()).await.unwrap();
        let full = Note
            .select()
            .full_join(Other, Note.person_id.eq(Other.person_id));
        let full = full.fetch_all(db.pool()).await.unwrap();

        let expected = [(Some(EMPTY), Person { id: 1 }), (None, Person { id: 2 })];
        assert_eq!(right, expected);
        assert_eq!(full.len(), 2);
        assert!(full.contains(&(Some(EMPTY), None)) && full.contains(&(None, Some(EMPTY))));
    });
}

#[test]
fn whole_rows_among_other_columns() {
    #[derive(Selectable, Debug, PartialEq)]
    struct Entry {
        person: i64,
        note: Option<Note>,
    }

    db::run(async |db| {
        people_and_notes(&db).await;
        let query = Person
            .select()
            .left_join(Note, Person.id.eq(2))
            .order_by(Person.id.asc());

        let tuples = query.columns((Note.all(), Person.id));
        let tuples = tuples.fetch_all(db.pool()).await.unwrap();
        let entries = query.columns(SelectEntry {
            person: Person.id,
            note: Note.all(),
        });
        let distinct = entries.distinct().fetch_all(db.pool()).await;
        let entries = entries.fetch_all(db.pool()).await.unwrap();
        let not_optional = Note.select().columns(Note.all()).fetch_one(db.pool()).await;
        let returned = Note.update().set(Note.notes, null()).all_rows();
        let all = returned
            .clone()
            .returning_all()
            .fetch_one(db.pool())
            .await
            .unwrap();
        let returned = returned.returning(Note.all()).fetch_one(db.pool()).await;

        assert_eq!(tuples, [(None, 1), (Some(EMPTY), 2)]);
        assert_eq!(entries.len(), 2);
        assert_eq!((&entries[0].note, &entries[1].note), (&None, &Some(EMPTY)));
        assert_eq!(distinct.unwrap().len(), 2);
        assert_eq!(not_optional.unwrap(), EMPTY);
        assert_eq!((all, returned.unwrap()), (EMPTY, EMPTY));
    });
}

#[test]
fn a_subquery_and_a_with_query() {
    #[derive(Selectable, Debug, PartialEq, Clone)]
    struct Text {
        text: Option<String>,
        person: Option<i64>,
    }

    db::run(async |db| {
        people_and_notes(&db).await;
        let texts = || {
            Note.select().columns(SelectText {
                text: Note.notes,
                person: Note.person_id,
            })
        };

        let derived = Person
            .select()
            .left_join(texts().as_table(), Person.id.eq(2))
            .order_by(Person.id.asc());
        assert_eq!(
            derived.to_sql(),
            r#"select "people"."id", ("Text".*) is distinct from null, "Text"."text", "Text"."person" from "people" left join (select "notes"."notes", "notes"."person_id" from "notes") as "Text" ("text", "person") on "people"."id" = $1 order by "people"."id""#
        );
        let derived = derived.fetch_all(db.pool()).await.unwrap();
        let defined = with(texts()).query(
            Person
                .select()
                .left_join(Text, Person.id.eq(2))
                .order_by(Person.id.asc()),
        );
        let defined = defined.fetch_all(db.pool()).await.unwrap();

        let empty = Text {
            text: None,
            person: None,
        };
        let expected = [(Person { id: 1 }, None), (Person { id: 2 }, Some(empty))];
        assert_eq!(derived, expected);
        assert_eq!(defined, expected);
    });
}

#[test]
fn a_view_and_a_schema() {
    #[table(name = "all_null_view", schema = "all_null")]
    #[derive(Debug, PartialEq)]
    struct View {
        a: Option<i32>,
    }

    db::run(async |db| {
        people_and_notes(&db).await;
        for sql in [
            "drop schema if exists all_null cascade",
            "create schema all_null",
            "create view all_null.all_null_view as select null::integer as a",
        ] {
            sqlx::query(sql).execute(db.pool()).await.unwrap();
        }

        let rows = Person
            .select()
            .left_join(View, Person.id.eq(2))
            .order_by(Person.id.asc());
        let rows = rows.fetch_all(db.pool()).await;

        sqlx::query("drop schema all_null cascade")
            .execute(db.pool())
            .await
            .unwrap();
        let rows: Vec<_> = rows.unwrap().into_iter().map(|(_, view)| view).collect();
        assert_eq!(rows, [None, Some(View { a: None })]);
    });
}

#[test]
fn a_column_that_is_not_null_needs_no_mark() {
    let query = Note
        .select()
        .left_join(Person, Note.person_id.eq(Person.id));
    assert_eq!(
        query.to_sql(),
        r#"select "notes"."person_id", "notes"."notes", "people"."id" from "notes" left join "people" on "notes"."person_id" = "people"."id""#
    );
}
