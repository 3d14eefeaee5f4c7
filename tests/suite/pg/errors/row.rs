//! Rows that do not match the Rust struct.

use schema_core::prelude::*;
use schema_tests::db;

use super::{NewNote, Note, chain, error_of_note, note, sql};

#[test]
fn a_column_of_another_type_names_both_types() {
    db::run(async |db| {
        note(&db, "alter table notes alter column number type text").await;

        let error = error_of_note(&db).await;

        let Error::Type {
            position,
            expected,
            actual,
            ..
        } = &error
        else {
            panic!("{error:?}");
        };
        assert_eq!((*position, &**expected, &**actual), (1, "integer", "text"));
        assert_eq!(error.column(), Some("number"));
        assert_eq!(
            chain(&error),
            "column `number` of table `notes` has type `text` in the database but `integer` in the schema; \
             change the struct or migrate the database"
        );
    });
}

#[test]
fn every_way_to_fetch_checks_the_types() {
    db::run(async |db| {
        note(&db, "alter table notes alter column number type bigint").await;
        let columns = Note.select().columns((Note.id, Note.number));

        let one = columns.fetch_one(db.pool()).await.unwrap_err();
        let boxed = columns.boxed().fetch_optional(db.pool()).await.unwrap_err();
        let mut stream = Note.select().fetch(db.pool());
        let stream = futures_util::StreamExt::next(&mut stream)
            .await
            .unwrap()
            .unwrap_err();
        let update = Note
            .update()
            .set(Note.text, "x")
            .all_rows()
            .returning(Note.number);
        let update = update.fetch_all(db.pool()).await.unwrap_err();

        for error in [one, boxed, stream, update] {
            assert!(matches!(error, Error::Type { .. }), "{error:?}");
            assert_eq!(error.column(), Some("number"));
        }
    });
}

#[test]
fn an_expression_of_another_type_is_named_by_its_position() {
    db::run(async |db| {
        note(&db, "select 1").await;

        let wrong = Note.select().columns((Note.id, sql!(i32, "'text'::text")));
        let error = wrong.fetch_one(db.pool()).await.unwrap_err();

        assert_eq!((error.table(), error.column()), (None, None));
        assert_eq!(
            error.to_string(),
            "expression 2 of the row has type `text` in the database but `integer` in the schema; \
             change the struct or migrate the database"
        );
    });
}

#[test]
fn a_null_for_a_field_that_is_not_optional() {
    db::run(async |db| {
        let change =
            "alter table notes alter column text drop not null; update notes set text = null";
        note(&db, change).await;

        let error = error_of_note(&db).await;

        assert!(
            matches!(error, Error::Decode { position: 6, .. }),
            "{error:?}"
        );
        assert_eq!(
            chain(&error),
            "could not decode column `text` of table `notes`: the value is NULL but its Rust type is not \
             nullable; use `Option<…>`"
        );
    });
}

#[test]
fn a_null_under_assume_not_null() {
    db::run(async |db| {
        note(&db, "select 1").await;

        let numbers = Note
            .select()
            .columns((Note.id, Note.number.assume_not_null()));
        let error = numbers.fetch_one(db.pool()).await.unwrap_err();

        assert!(
            matches!(error, Error::Decode { position: 1, .. }),
            "{error:?}"
        );
    });
}

#[test]
fn a_label_without_a_variant() {
    db::run(async |db| {
        note(&db, "alter type mood add value 'it''s new'").await;
        sql(&db, "update notes set mood = 'it''s new'").await;

        let error = error_of_note(&db).await;

        assert!(matches!(error, Error::Decode { .. }), "{error:?}");
        assert_eq!(
            chain(&error),
            "could not decode column `mood` of table `notes`: the enum `mood` has the label `it's new` in \
             the database, but no variant for it; add one"
        );
    });
}

#[test]
fn json_that_does_not_match_the_struct() {
    db::run(async |db| {
        note(&db, r#"update notes set body = '{"title": 3}'"#).await;

        let error = error_of_note(&db).await;

        assert!(matches!(error, Error::Decode { .. }), "{error:?}");
        assert_eq!(error.column(), Some("body"));
        let text = chain(&error);
        assert!(
            text.contains("invalid type: integer `3`, expected a string"),
            "{text}"
        );
    });
}

#[test]
fn a_vector_of_another_dimension() {
    db::run(async |db| {
        let change = "alter table notes alter column embedding type vector(4); \
                      update notes set embedding = '[1,2,3,4]'";
        note(&db, change).await;

        let error = error_of_note(&db).await;

        assert_eq!(
            chain(&error),
            "could not decode column `embedding` of table `notes`: expected 3 dimensions, got 4 from the \
             database"
        );
        let new = Note.insert(NewNote { id: 2 });
        let new = new.set(Note.embedding, Vector::from([1.0, 2.0, 3.0]));
        let error = new.execute(db.pool()).await.unwrap_err();
        assert!(
            matches!(&error, Error::Value { message, .. } if **message == *"expected 4 dimensions, not 3"),
            "{error:?}"
        );
    });
}

#[test]
fn an_array_of_two_dimensions() {
    db::run(async |db| {
        note(&db, "update notes set list = '{{1,2},{3,4}}'").await;

        let error = error_of_note(&db).await;

        assert_eq!(
            chain(&error),
            "could not decode column `list` of table `notes`: expected an array of one dimension, got 2"
        );
    });
}

#[test]
fn a_null_in_an_array() {
    db::run(async |db| {
        note(&db, "update notes set list = '{1,null}'").await;

        let error = error_of_note(&db).await;

        assert_eq!(
            chain(&error),
            "could not decode column `list` of table `notes`: element 2 of the array is NULL but the \
             element type is not nullable; use `Vec<Option<…>>`"
        );
    });
}

#[test]
fn a_column_of_a_joined_table_is_named() {
    #[table(name = "patients")]
    #[derive(Debug)]
    struct Patient {
        #[column(primary_key)]
        id: i64,
    }

    db::run(async |db| {
        note(&db, "update notes set list = '{1,null}'").await;
        create!(db, Patient);
        let new = Patient.insert(NewPatient { id: 1 });
        new.execute(db.pool()).await.unwrap();

        let rows = Patient.select().left_join(Note, Note.id.eq(Patient.id));
        let error = rows.fetch_all(db.pool()).await.unwrap_err();

        assert_eq!(
            (error.table(), error.column()),
            (Some("notes"), Some("list"))
        );
    });
}

#[test]
fn a_row_that_cannot_be_decoded_leaves_the_connection_usable() {
    db::run(async |db| {
        note(&db, "update notes set list = '{1,null}'").await;
        let rows: Vec<_> = (2..1000).map(|id| NewNote { id }).collect();
        Note.insert_many(rows).execute(db.pool()).await.unwrap();
        let mut connection = db.pool().acquire().await.unwrap();

        let error = Note
            .select()
            .order_by(Note.id.asc())
            .fetch_all(&mut *connection)
            .await;
        let ids = Note
            .select()
            .columns(Note.id)
            .fetch_all(&mut *connection)
            .await;

        assert_eq!(error.unwrap_err().column(), Some("list"));
        assert_eq!(ids.unwrap().len(), 999);
    });
}

#[test]
fn a_missing_column_is_reported_by_the_server() {
    db::run(async |db| {
        note(&db, "alter table notes drop column mood").await;

        let error = Note
            .select()
            .columns((Note.id, Note.mood))
            .fetch_all(db.pool())
            .await
            .unwrap_err();

        assert_eq!(
            chain(&error),
            "the server reported an error: column notes.mood does not exist: \
             in the statement `select \"notes\".\"id\", \"notes\".\"mood\" from \"notes\"`"
        );
    });
}

#[test]
fn an_additional_column_in_the_database_is_ignored() {
    db::run(async |db| {
        note(&db, "alter table notes add column added integer").await;

        let rows = Note.select().fetch_all(db.pool()).await.unwrap();

        assert_eq!(rows.len(), 1);
    });
}
