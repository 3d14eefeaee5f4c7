//! Errors that the server finds, and values that do not fit: what they say, and what they name.

use std::error::Error as _;

use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};
use serde::{Deserialize, Serialize};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};

#[table(name = "patients")]
#[derive(Debug)]
#[check("age >= 0", name = "age_is_positive")]
#[unique(first, last)]
struct Patient {
    #[column(primary_key)]
    id: i64,
    #[column(unique)]
    email: String,
    #[column(unique, name = "Odd name")]
    odd: Option<String>,
    first: Option<String>,
    last: Option<String>,
    #[column(default = 0)]
    age: i32,
}

#[table(name = "visits")]
#[derive(Debug)]
struct Visit {
    #[column(primary_key)]
    id: i64,
    #[column(references = Patient.id)]
    patient_id: i64,
}

fn patient(id: i64, email: &str) -> NewPatient {
    let email = email.to_owned();
    NewPatient { id, email }
}

/// An error and its causes, as a program would print it.
fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

async fn sql(db: &TestDb, sql: &str) {
    db.pool()
        .execute(AssertSqlSafe(sql.to_owned()))
        .await
        .unwrap();
}

/// Kind, constraint, table and column.
type Facts<'a> = (
    Option<ConstraintKind>,
    Option<&'a str>,
    Option<&'a str>,
    Option<&'a str>,
);

fn facts(error: &Error) -> Facts<'_> {
    (
        error.constraint_kind(),
        error.constraint(),
        error.table(),
        error.column(),
    )
}

// Constraints

#[test]
fn a_unique_violation_names_constraint_table_and_column() {
    db::run(async |db| {
        create!(db, Patient);
        Patient
            .insert(patient(1, "a"))
            .execute(db.pool())
            .await
            .unwrap();

        let error = Patient
            .insert(patient(2, "a"))
            .execute(db.pool())
            .await
            .unwrap_err();
        let key = Patient
            .insert(patient(1, "b"))
            .execute(db.pool())
            .await
            .unwrap_err();

        let kind = Some(ConstraintKind::Unique);
        let table = Some("patients");
        assert_eq!(
            facts(&error),
            (kind, Some("patients_email_key"), table, Some("email"))
        );
        assert_eq!(
            facts(&key),
            (kind, Some("patients_pkey"), table, Some("id"))
        );
        assert!(error.is_unique_violation() && !error.is_foreign_key_violation());
        assert_eq!(
            error.to_string(),
            "the statement breaks the unique constraint `patients_email_key` of table `patients`, on column `email`"
        );
    });
}

#[test]
fn a_unique_violation_of_an_odd_name_or_of_two_columns() {
    db::run(async |db| {
        create!(db, Patient);
        let new = |id: i64| Patient.insert(patient(id, &id.to_string()));
        let odd = |id| new(id).set(Patient.odd, "(x)=(y)");
        odd(1).execute(db.pool()).await.unwrap();
        let error = odd(2).execute(db.pool()).await.unwrap_err();
        let named = |id| new(id).set(Patient.first, "a").set(Patient.last, "b");
        named(3).execute(db.pool()).await.unwrap();
        let two = named(4).execute(db.pool()).await.unwrap_err();

        assert_eq!(error.constraint(), Some("patients_Odd name_key"));
        assert_eq!(error.column(), Some("Odd name"));
        assert_eq!(two.constraint(), Some("patients_first_last_key"));
        assert_eq!(two.columns(), ["first", "last"]);
    });
}

#[test]
fn a_foreign_key_violation_names_constraint_table_and_column() {
    db::run(async |db| {
        create!(db, Patient, Visit);

        let new = NewVisit {
            id: 1,
            patient_id: 7,
        };
        let error = Visit.insert(new).execute(db.pool()).await.unwrap_err();

        let kind = Some(ConstraintKind::ForeignKey);
        let (key, table) = (Some("visits_patient_id_fkey"), Some("visits"));
        assert_eq!(facts(&error), (kind, key, table, Some("patient_id")));
        assert_eq!(
            error.to_string(),
            "the statement breaks the foreign key `visits_patient_id_fkey` of table `visits`, on column `patient_id`"
        );
    });
}

#[test]
fn a_row_that_is_referenced_cannot_go() {
    db::run(async |db| {
        create!(db, Patient, Visit);
        Patient
            .insert(patient(1, "a"))
            .execute(db.pool())
            .await
            .unwrap();
        let new = NewVisit {
            id: 1,
            patient_id: 1,
        };
        Visit.insert(new).execute(db.pool()).await.unwrap();

        let error = Patient
            .delete()
            .all_rows()
            .execute(db.pool())
            .await
            .unwrap_err();

        assert!(error.is_foreign_key_violation());
        assert_eq!(error.constraint(), Some("visits_patient_id_fkey"));
        assert_eq!((error.table(), error.column()), (Some("visits"), None));
    });
}

#[test]
fn a_check_violation_names_constraint_table_and_column() {
    db::run(async |db| {
        create!(db, Patient);

        let new = Patient.insert(patient(1, "a")).set(Patient.age, -1);
        let error = new.execute(db.pool()).await.unwrap_err();

        let kind = Some(ConstraintKind::Check);
        assert_eq!(
            facts(&error),
            (kind, Some("age_is_positive"), Some("patients"), Some("age"))
        );
        assert!(error.is_check_violation());
        assert_eq!(
            error.to_string(),
            "the statement breaks the check constraint `age_is_positive` of table `patients`, on column `age`"
        );
    });
}

#[test]
fn a_not_null_violation_names_table_and_column() {
    db::run(async |db| {
        create!(db, Patient);
        sql(
            &db,
            "alter table patients add column added integer not null",
        )
        .await;

        let error = Patient
            .insert(patient(1, "a"))
            .execute(db.pool())
            .await
            .unwrap_err();

        assert!(error.is_not_null_violation());
        assert_eq!(
            (error.table(), error.column()),
            (Some("patients"), Some("added"))
        );
        assert_eq!(
            error.to_string(),
            "the statement breaks the not-null constraint of table `patients`, on column `added`"
        );
    });
}

#[test]
fn an_exclusion_violation_is_a_constraint() {
    db::run(async |db| {
        create!(db, Patient);
        sql(
            &db,
            "alter table patients add constraint apart exclude (first with =)",
        )
        .await;

        let new = |id: i64| {
            Patient
                .insert(patient(id, &id.to_string()))
                .set(Patient.first, "a")
        };
        new(1).execute(db.pool()).await.unwrap();
        let error = new(2).execute(db.pool()).await.unwrap_err();

        assert_eq!(error.constraint_kind(), Some(ConstraintKind::Exclusion));
        assert_eq!(error.constraint(), Some("apart"));
    });
}

#[test]
fn a_deferred_constraint_fails_at_commit_with_the_same_error() {
    #[table(name = "nodes")]
    #[derive(Debug)]
    struct Node {
        #[column(primary_key)]
        id: i64,
        #[column(references = Node.id, initially_deferred)]
        parent: Option<i64>,
    }

    db::run(async |db| {
        create!(db, Node);

        let mut transaction = db.pool().begin().await.unwrap();
        let new = Node.insert(NewNode { id: 1 }).set(Node.parent, 2);
        new.execute(&mut *transaction).await.unwrap();
        let error = Error::from(transaction.commit().await.unwrap_err());

        assert!(error.is_foreign_key_violation());
        assert_eq!(error.constraint(), Some("nodes_parent_fkey"));
    });
}

// What does not fit the struct

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
enum Mood {
    Happy,
}

#[derive(Serialize, Deserialize, Debug)]
struct Body {
    title: String,
}

#[table(name = "notes")]
#[derive(Debug)]
struct Note {
    #[column(primary_key)]
    id: i64,
    number: Option<i32>,
    mood: Option<Mood>,
    body: Option<Json<Body>>,
    embedding: Option<Vector<3>>,
    list: Option<Vec<i32>>,
    #[column(default = "")]
    text: String,
}

async fn note(db: &TestDb, change: &str) {
    create!(db, Note);
    Note.insert(NewNote { id: 1 })
        .execute(db.pool())
        .await
        .unwrap();
    sql(db, change).await;
}

async fn error_of_note(db: &TestDb) -> Error {
    let error = Note.select().fetch_all(db.pool()).await.unwrap_err();
    assert_eq!(error.table(), Some("notes"));
    error
}

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
            "column `number` of table `notes` is `text` in the database, where the schema says `integer`; \
             change the struct, or migrate the database"
        );
    });
}

#[test]
fn a_column_of_another_type_is_found_by_every_way_to_fetch() {
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
fn an_expression_of_another_type_is_named_by_its_place() {
    db::run(async |db| {
        note(&db, "select 1").await;

        let wrong = Note.select().columns((Note.id, sql!(i32, "'text'::text")));
        let error = wrong.fetch_one(db.pool()).await.unwrap_err();

        assert_eq!((error.table(), error.column()), (None, None));
        assert_eq!(
            error.to_string(),
            "expression 2 of the row is `text` in the database, where the schema says `integer`; \
             change the struct, or migrate the database"
        );
    });
}

#[test]
fn a_null_that_the_struct_has_no_place_for() {
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
            "the value of column `text` of table `notes` cannot be read: the database holds NULL, and the Rust type \
             has no place for it; use `Option`"
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
fn a_label_that_the_enum_does_not_know() {
    db::run(async |db| {
        note(&db, "alter type mood add value 'it''s new'").await;
        sql(&db, "update notes set mood = 'it''s new'").await;

        let error = error_of_note(&db).await;

        assert!(matches!(error, Error::Decode { .. }), "{error:?}");
        assert_eq!(
            chain(&error),
            "the value of column `mood` of table `notes` cannot be read: the enum `mood` has the label `it's new` in \
             the database, and no variant for it; add one"
        );
    });
}

#[test]
fn json_that_is_not_what_the_struct_says() {
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
            "the value of column `embedding` of table `notes` cannot be read: expected 3 dimensions, the database \
             holds 4"
        );
        let new = Note.insert(NewNote { id: 2 });
        let new = new.set(Note.embedding, Vector::from([1.0, 2.0, 3.0]));
        let error = new.execute(db.pool()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "the server refused a value: expected 4 dimensions, not 3"
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
            "the value of column `list` of table `notes` cannot be read: the database holds an array of 2 dimensions, \
             `Vec` has one"
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
            "the value of column `list` of table `notes` cannot be read: element 2 of the array is NULL, and its Rust \
             type has no place for it; use `Vec<Option<…>>`"
        );
    });
}

#[test]
fn the_column_of_a_joined_table_is_named() {
    db::run(async |db| {
        note(&db, "update notes set list = '{1,null}'").await;
        create!(db, Patient);
        Patient
            .insert(patient(1, "a"))
            .execute(db.pool())
            .await
            .unwrap();

        let rows = Patient.select().left_join(Note, Note.id.eq(Patient.id));
        let error = rows.fetch_all(db.pool()).await.unwrap_err();

        assert_eq!(
            (error.table(), error.column()),
            (Some("notes"), Some("list"))
        );
    });
}

#[test]
fn a_row_that_cannot_be_read_leaves_the_connection_usable() {
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
fn a_missing_column_is_what_the_server_says() {
    db::run(async |db| {
        note(&db, "alter table notes drop column mood").await;

        let error = Note.select().fetch_all(db.pool()).await.unwrap_err();

        assert_eq!(
            chain(&error),
            "the server says: column notes.mood does not exist"
        );
    });
}

#[test]
fn a_column_more_in_the_database_changes_nothing() {
    db::run(async |db| {
        note(&db, "alter table notes add column added integer").await;

        let rows = Note.select().fetch_all(db.pool()).await.unwrap();

        assert_eq!(rows.len(), 1);
    });
}

// A statement that was prepared before the table changed

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
fn a_prepared_statement_of_changed_types_is_stale_until_it_is_cleared() {
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
            "the table has changed since this connection prepared the statement; clear its statements, or open a new \
             one"
        );
        connection.clear_cached_statements().await.unwrap();
        let rows = Note.select().fetch_all(&mut *connection).await.unwrap();
        assert_eq!(rows.len(), 1);
    });
}

#[test]
fn a_prepared_statement_of_a_type_that_no_longer_fits() {
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
