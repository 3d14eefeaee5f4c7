//! `insert` of one row.

use chrono::{DateTime, Utc};
use schema_core::prelude::*;
use schema_tests::db;
use serde_json::json;

use crate::clinic::{NewSetting, Patient, Setting, patient};

#[test]
fn the_server_fills_in_columns_that_are_not_required() {
    db::run(async |db| {
        create!(db, Patient);

        let row = Patient.insert(patient("ana@x")).returning_all();
        let row = row.fetch_one(db.pool()).await.unwrap();

        assert_eq!(row.id, 1);
        assert_eq!(row.email, "ana@x");
        assert_eq!(row.age, None);
        assert_eq!(row.priority, 1);
        assert!(row.tags.is_empty());
        let age = (Utc::now() - row.created_at).num_seconds().abs();
        assert!(age < 60, "{age}");
    });
}

/// Issue 12, acceptance 6.
#[test]
fn a_reference_inserts_the_row_that_it_refers_to() {
    db::run(async |db| {
        create!(db, Patient);
        let (ana, others) = (
            patient("ana@x"),
            [patient("b@x"), patient("c@x"), patient("d@x")],
        );

        let id = Patient.insert(&ana).returning(Patient.id);
        let id = id.fetch_one(db.pool()).await.unwrap();
        let some = others.iter().filter(|new| new.email != "c@x");
        let some = Patient.insert_many(some).execute(db.pool()).await.unwrap();
        let references: Vec<_> = others[1..2].iter().collect();
        let one = Patient.insert_many(references).execute(db.pool()).await;

        assert_eq!((id, some, one.unwrap()), (1, 2, 1));
        let emails = Patient.select().order_by(Patient.id).columns(Patient.email);
        let emails = emails.fetch_all(db.pool()).await.unwrap();
        assert_eq!(emails, [&*ana.email, "b@x", "d@x", "c@x"]);
    });
}

#[test]
fn insert_sets_optional_columns() {
    db::run(async |db| {
        create!(db, Patient);

        let row = Patient
            .insert(patient("ana@x"))
            .set(Patient.age, 41)
            .set(Patient.priority, 9)
            .set(Patient.tags, ["a", "b"])
            .set(Patient.created_at, DateTime::<Utc>::UNIX_EPOCH)
            .returning_all()
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!((row.age, row.priority), (Some(41), 9));
        assert_eq!(row.tags, ["a", "b"]);
        assert_eq!(row.created_at, DateTime::UNIX_EPOCH);
    });
}

#[test]
fn insert_sets_null_for_none() {
    db::run(async |db| {
        create!(db, Patient);

        let age: Option<i32> = None;
        let row = Patient.insert(patient("ana@x")).set(Patient.age, age);
        let age = row.returning(Patient.age).fetch_one(db.pool()).await;

        assert_eq!(age.unwrap(), None);
    });
}

#[test]
fn insert_without_columns_uses_all_defaults() {
    db::run(async |db| {
        create!(db, Setting);

        let row = Setting.insert(NewSetting {}).returning_all();
        let row = row.fetch_one(db.pool()).await.unwrap();

        let text = "a \"quoted\" 'text' \\".to_owned();
        assert_eq!(
            row,
            Setting {
                id: 1,
                text,
                note: None
            }
        );
    });
}

#[test]
fn insert_returns_the_number_of_rows() {
    db::run(async |db| {
        create!(db, Patient);

        let one = Patient.insert(patient("a")).execute(db.pool()).await;
        let two = Patient.insert_many([patient("b"), patient("c")]);
        let two = two.execute(db.pool()).await;

        assert_eq!((one.unwrap(), two.unwrap()), (1, 2));
    });
}

#[test]
fn insert_from_a_borrowing_struct() {
    #[derive(Insertable)]
    #[insertable(Patient)]
    struct Registration<'a> {
        email: &'a str,
        #[insertable(column = name)]
        full_name: &'a str,
        age: Option<i32>,
        tags: &'a [&'a str],
    }

    db::run(async |db| {
        create!(db, Patient);
        let email = String::from("ana@x");
        let new = || Registration {
            email: &email,
            full_name: "Ana",
            age: Some(41),
            tags: &["it's", "\"b\""],
        };

        let row = Patient.insert(new()).returning_all();
        let row = row.fetch_one(db.pool()).await.unwrap();

        assert_eq!((row.email.as_str(), row.name.as_str()), ("ana@x", "Ana"));
        assert_eq!((row.age, row.priority), (Some(41), 1));
        assert_eq!(row.tags, ["it's", "\"b\""]);
        Patient
            .delete()
            .all_rows()
            .execute(db.pool())
            .await
            .unwrap();
        let rows = Patient.insert_many([new()]).set(Patient.priority, 5);
        let row = rows.returning_all().fetch_one(db.pool()).await.unwrap();
        assert_eq!((row.age, row.priority), (Some(41), 5));
        assert_eq!(row.tags, ["it's", "\"b\""]);
    });
}

#[test]
fn an_identity_by_default_can_be_set() {
    #[table(name = "numbered")]
    #[derive(Debug)]
    struct Numbered {
        #[column(primary_key, identity = by_default)]
        id: i64,
    }

    db::run(async |db| {
        create!(db, Numbered);

        let given = Numbered.insert(NewNumbered {}).set(Numbered.id, 77);
        let given = given.returning_all().fetch_one(db.pool()).await.unwrap();
        let counted = Numbered.insert(NewNumbered {}).returning(Numbered.id);

        assert_eq!(given.id, 77);
        assert_eq!(counted.fetch_one(db.pool()).await.unwrap(), 1);
    });
}

#[test]
fn a_value_can_be_a_raw_sql_expression() {
    db::run(async |db| {
        create!(db, Patient);

        let row = Patient
            .insert(patient("a"))
            .set(Patient.age, sql!(i32, "length({}) + {}", "four", 3))
            .returning(Patient.age)
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(row, Some(7));
    });
}

#[test]
fn json_is_inserted_from_a_value_and_from_a_struct() {
    #[table(name = "notes")]
    #[derive(Debug)]
    struct Note {
        #[column(primary_key, identity)]
        id: i64,
        body: Json<Vec<String>>,
        #[column(default = json!({"a": "it's"}))]
        raw: serde_json::Value,
    }

    db::run(async |db| {
        create!(db, Note);

        let new = NewNote {
            body: Json(vec!["x".into()]),
        };
        let row = Note.insert(new).returning_all();
        let row = row.fetch_one(db.pool()).await.unwrap();

        assert_eq!(row.id, 1);
        assert_eq!(*row.body, ["x"]);
        assert_eq!(row.raw, json!({"a": "it's"}));
    });
}
