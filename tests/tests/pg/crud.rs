//! Insert, update, delete, find, on conflict, returning.

use chrono::{DateTime, Utc};
use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};
use serde_json::json;

/// A patient.
#[table(name = "patients")]
#[derive(Debug, Clone, PartialEq)]
struct Patient {
    #[column(primary_key, identity)]
    id: i64,
    #[column(unique)]
    email: String,
    name: String,
    age: Option<i32>,
    #[column(default = 1)]
    priority: i32,
    #[column(default = vec![])]
    tags: Vec<String>,
    #[column(default = now())]
    created_at: DateTime<Utc>,
}

#[table(name = "settings")]
#[derive(Debug, PartialEq)]
struct Setting {
    #[column(primary_key, identity)]
    id: i64,
    #[column(default = "a \"quoted\" 'text' \\")]
    text: String,
    note: Option<String>,
}

#[table(name = "enrolments")]
#[primary_key(patient_id, course)]
#[derive(Debug, PartialEq)]
struct Enrolment {
    patient_id: i64,
    course: String,
    grades: Vec<Option<i32>>,
    remark: Option<String>,
}

fn patient(email: &str) -> NewPatient {
    NewPatient {
        email: email.to_owned(),
        name: format!("name of {email}"),
    }
}

async fn insert_patients(db: &TestDb, emails: &[&str]) -> Vec<i64> {
    create!(db, Patient);
    let rows: Vec<_> = emails.iter().copied().map(patient).collect();
    Patient
        .insert_many(rows)
        .returning(Patient.id)
        .fetch_all(db.pool())
        .await
        .unwrap()
}

async fn count_of_patients(db: &TestDb) -> i64 {
    Patient
        .select()
        .columns(count())
        .fetch_one(db.pool())
        .await
        .unwrap()
}

#[test]
fn insert_of_the_required_columns_leaves_the_rest_to_the_server() {
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

#[test]
fn insert_sets_columns_that_are_not_required() {
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
fn insert_sets_null_by_none() {
    db::run(async |db| {
        create!(db, Patient);

        let age: Option<i32> = None;
        let row = Patient.insert(patient("ana@x")).set(Patient.age, age);
        let age = row.returning(Patient.age).fetch_one(db.pool()).await;

        assert_eq!(age.unwrap(), None);
    });
}

#[test]
fn insert_without_any_column_takes_all_defaults() {
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
fn insert_says_how_many_rows() {
    db::run(async |db| {
        create!(db, Patient);

        let one = Patient.insert(patient("a")).execute(db.pool()).await;
        let two = Patient.insert_many([patient("b"), patient("c")]);
        let two = two.execute(db.pool()).await;

        assert_eq!((one.unwrap(), two.unwrap()), (1, 2));
    });
}

#[test]
fn insert_from_a_struct_that_borrows() {
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
fn insert_many_keeps_the_order_of_the_rows() {
    db::run(async |db| {
        create!(db, Patient);
        let rows: Vec<_> = (0..100).map(|i| patient(&format!("p{i}"))).collect();

        let inserted = Patient.insert_many(&rows[..]);
        let inserted = inserted.returning((Patient.id, Patient.email));
        let inserted = inserted.fetch_all(db.pool()).await.unwrap();

        let expected: Vec<_> = (1..).zip(rows.into_iter().map(|row| row.email)).collect();
        assert_eq!(inserted, expected);
    });
}

#[test]
fn insert_many_keeps_arrays_with_nulls_and_texts_with_quotes() {
    db::run(async |db| {
        create!(db, Enrolment);
        let courses = [
            "a\"b",
            "a'b",
            "a\\b",
            "{a,b}",
            "NULL",
            "",
            "Größe 患者 🩺",
            "a\nb",
        ];
        let grades = [vec![], vec![None], vec![Some(1), None, Some(-3)]];
        let rows: Vec<_> = courses
            .iter()
            .zip(grades.iter().cycle())
            .map(|(course, grades)| NewEnrolment {
                patient_id: 7,
                course: (*course).to_owned(),
                grades: grades.clone(),
            })
            .collect();

        Enrolment
            .insert_many(&rows[..])
            .execute(db.pool())
            .await
            .unwrap();

        for row in rows {
            let back = Enrolment.find(7, &row.course);
            let back = back.fetch_one(db.pool()).await.unwrap();
            assert_eq!(back.course, row.course);
            assert_eq!(back.grades, row.grades);
            assert_eq!(back.remark, None);
        }
    });
}

#[test]
fn insert_many_sets_a_column_of_all_rows() {
    db::run(async |db| {
        create!(db, Patient);

        let rows = Patient
            .insert_many([patient("a"), patient("b")])
            .set(Patient.age, Some(30))
            .set(Patient.tags, ["x"])
            .returning((Patient.age, Patient.tags))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let row = (Some(30), vec![String::from("x")]);
        assert_eq!(rows, [row.clone(), row]);
    });
}

#[test]
fn insert_many_of_no_rows_inserts_nothing() {
    db::run(async |db| {
        create!(db, Patient);

        let none: Vec<NewPatient> = vec![];
        let inserted = Patient.insert_many(none).execute(db.pool()).await;

        assert_eq!(inserted.unwrap(), 0);
        assert_eq!(count_of_patients(&db).await, 0);
    });
}

#[test]
fn insert_many_takes_more_rows_than_a_statement_has_parameters() {
    db::run(async |db| {
        create!(db, Patient);
        let rows: Vec<_> = (0..70_000).map(|i| patient(&i.to_string())).collect();

        let inserted = Patient.insert_many(rows).execute(db.pool()).await;

        assert_eq!(inserted.unwrap(), 70_000);
        assert_eq!(count_of_patients(&db).await, 70_000);
    });
}

#[test]
fn insert_many_of_rows_without_columns_counts_them() {
    db::run(async |db| {
        create!(db, Setting);

        let rows = [NewSetting {}, NewSetting {}, NewSetting {}];
        let ids = Setting.insert_many(rows).returning(Setting.id);
        assert_eq!(ids.fetch_all(db.pool()).await.unwrap(), [1, 2, 3]);
        let rows = [NewSetting {}, NewSetting {}];
        let texts = Setting.insert_many(rows).set(Setting.text, "x");
        let texts = texts.returning(Setting.text).fetch_all(db.pool()).await;

        assert_eq!(texts.unwrap(), ["x", "x"]);
        let none: [NewSetting; 0] = [];
        let none = Setting.insert_many(none).execute(db.pool()).await;
        assert_eq!(none.unwrap(), 0);
    });
}

#[test]
fn find_gives_the_row_of_the_primary_key() {
    db::run(async |db| {
        let ids = insert_patients(&db, &["a", "b"]).await;

        let found = Patient.find(ids[1]).fetch_one(db.pool()).await.unwrap();
        let missing = Patient.find(99).fetch_optional(db.pool()).await.unwrap();

        assert_eq!(found.email, "b");
        assert_eq!(missing, None);
    });
}

#[test]
fn find_by_a_unique_column() {
    db::run(async |db| {
        let ids = insert_patients(&db, &["a", "b"]).await;

        let found = Patient.find_by_email("b").fetch_one(db.pool()).await;

        assert_eq!(found.unwrap().id, ids[1]);
    });
}

#[test]
fn find_can_be_filtered_further() {
    db::run(async |db| {
        let ids = insert_patients(&db, &["a"]).await;

        let found = Patient.find(ids[0]).filter(Patient.name.eq("other"));

        assert_eq!(found.fetch_optional(db.pool()).await.unwrap(), None);
    });
}

#[test]
fn update_sets_values_and_expressions() {
    db::run(async |db| {
        let ids = insert_patients(&db, &["a", "b"]).await;

        let changed = Patient
            .update()
            .set(Patient.age, 40)
            .set(Patient.priority, Patient.priority + 1)
            .set(Patient.name, Patient.email.concat("!"))
            .filter(Patient.id.eq(ids[0]))
            .execute(db.pool())
            .await
            .unwrap();

        assert_eq!(changed, 1);
        let all = Patient.select().order_by(Patient.id.asc());
        let all = all.fetch_all(db.pool()).await.unwrap();
        assert_eq!((all[0].age, all[0].priority), (Some(40), 2));
        assert_eq!(all[0].name, "a!");
        assert_eq!((all[1].age, all[1].priority), (None, 1));
        assert_eq!(all[1].name, "name of b");
    });
}

#[test]
fn update_of_all_rows_sets_null_too() {
    db::run(async |db| {
        insert_patients(&db, &["a", "b"]).await;
        let set = Patient.update().set(Patient.age, 5).all_rows();
        assert_eq!(set.execute(db.pool()).await.unwrap(), 2);

        let unset = Patient.update().set(Patient.age, None::<i32>).all_rows();
        let ages = unset.returning(Patient.age).fetch_all(db.pool()).await;

        assert_eq!(ages.unwrap(), [None, None]);
    });
}

#[test]
fn update_with_two_filters_needs_both() {
    db::run(async |db| {
        insert_patients(&db, &["a", "b"]).await;

        let changed = Patient
            .update()
            .set(Patient.priority, 2)
            .filter(Patient.email.eq("a"))
            .filter(Patient.email.eq("b").or(Patient.email.eq("c")))
            .execute(db.pool())
            .await
            .unwrap();

        assert_eq!(changed, 0);
    });
}

#[test]
fn delete_removes_the_rows_of_the_filter() {
    db::run(async |db| {
        insert_patients(&db, &["a", "b", "c"]).await;

        let gone = Patient.delete().filter(Patient.email.ne("b"));
        let mut gone = gone
            .returning(Patient.email)
            .fetch_all(db.pool())
            .await
            .unwrap();

        gone.sort();
        assert_eq!(gone, ["a", "c"]);
        assert_eq!(count_of_patients(&db).await, 1);
    });
}

#[test]
fn delete_of_all_rows() {
    db::run(async |db| {
        insert_patients(&db, &["a", "b", "c"]).await;

        let gone = Patient.delete().all_rows().execute(db.pool()).await;

        assert_eq!(gone.unwrap(), 3);
        assert_eq!(count_of_patients(&db).await, 0);
    });
}

#[test]
fn returning_takes_expressions_and_tuples() {
    db::run(async |db| {
        create!(db, Patient);

        let row = Patient.insert(patient("ana@x")).returning((
            Patient.id,
            Patient.priority + 1,
            Patient.age.is_null(),
            Patient.all(),
        ));
        let (id, next, no_age, all) = row.fetch_one(db.pool()).await.unwrap();

        assert_eq!((id, next, no_age), (1, 2, true));
        assert_eq!(all.email, "ana@x");
    });
}

#[test]
fn returning_fills_a_struct() {
    #[derive(Selectable, Debug, PartialEq)]
    struct Created {
        id: i64,
        age: Option<i32>,
    }

    db::run(async |db| {
        create!(db, Patient);

        let row = Patient.insert(patient("ana@x")).returning(SelectCreated {
            id: Patient.id,
            age: Patient.age,
        });

        let row = row.fetch_one(db.pool()).await.unwrap();
        assert_eq!(row, Created { id: 1, age: None });
    });
}

#[test]
fn on_conflict_do_nothing_keeps_the_row_that_is_there() {
    db::run(async |db| {
        insert_patients(&db, &["a"]).await;

        let any = Patient.insert(patient("a")).on_conflict_do_nothing();
        let target = Patient
            .insert_many([patient("a"), patient("b")])
            .on_conflict(Patient.email)
            .do_nothing()
            .returning(Patient.email);

        assert_eq!(any.execute(db.pool()).await.unwrap(), 0);
        assert_eq!(target.fetch_all(db.pool()).await.unwrap(), ["b"]);
        assert_eq!(count_of_patients(&db).await, 2);
    });
}

#[test]
fn on_conflict_do_update_takes_the_row_that_was_to_be_inserted() {
    db::run(async |db| {
        let ids = insert_patients(&db, &["a"]).await;
        let again = NewPatient {
            email: "a".into(),
            name: "new".into(),
        };

        let row = Patient
            .insert(again)
            .set(Patient.age, 33)
            .on_conflict(Patient.email)
            .do_update()
            .set(Patient.name, excluded(Patient.name))
            .set(Patient.age, excluded(Patient.age))
            .set(Patient.priority, Patient.priority + 10)
            .returning_all()
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(row.id, ids[0]);
        assert_eq!((row.name.as_str(), row.age), ("new", Some(33)));
        assert_eq!(row.priority, 11);
    });
}

#[test]
fn on_conflict_do_update_of_the_rows_of_a_filter() {
    db::run(async |db| {
        insert_patients(&db, &["a", "b"]).await;
        let rows = ["a", "b", "c"].map(patient);

        let changed = Patient
            .insert_many(rows)
            .on_conflict(Patient.email)
            .do_update()
            .set(Patient.priority, 7)
            .filter(Patient.email.ne("a").and(excluded(Patient.email).ne("x")))
            .returning((Patient.email, Patient.priority))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!(changed, [("b".to_owned(), 7), ("c".to_owned(), 1)]);
    });
}

#[test]
fn on_conflict_of_a_composite_key() {
    db::run(async |db| {
        create!(db, Enrolment);
        let row = |grade| NewEnrolment {
            patient_id: 1,
            course: "yoga".into(),
            grades: vec![Some(grade)],
        };
        Enrolment.insert(row(1)).execute(db.pool()).await.unwrap();

        let grades = Enrolment
            .insert(row(2))
            .on_conflict((Enrolment.patient_id, Enrolment.course))
            .do_update()
            .set(Enrolment.grades, excluded(Enrolment.grades))
            .returning(Enrolment.grades)
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(grades, [Some(2)]);
    });
}

#[test]
fn find_by_a_composite_key() {
    db::run(async |db| {
        create!(db, Enrolment);
        let rows = [(1, "a"), (1, "b"), (2, "a")].map(|(patient_id, course)| NewEnrolment {
            patient_id,
            course: course.into(),
            grades: vec![],
        });
        Enrolment
            .insert_many(rows)
            .execute(db.pool())
            .await
            .unwrap();

        let found = Enrolment.find(1, "b").fetch_all(db.pool()).await.unwrap();

        assert_eq!(found.len(), 1);
        assert_eq!((found[0].patient_id, found[0].course.as_str()), (1, "b"));
    });
}

#[test]
fn an_identity_by_default_takes_a_number() {
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
fn a_value_can_be_an_expression_of_sql() {
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
