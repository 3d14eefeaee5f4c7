//! `insert` of many rows with one statement.

use schema_core::prelude::*;
use schema_tests::db;

use crate::clinic::{
    Enrolment, NewEnrolment, NewPatient, NewSetting, Patient, Setting, count_of_patients, patient,
};

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
fn insert_many_sets_a_column_in_all_rows() {
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
fn insert_many_accepts_more_rows_than_a_statement_has_parameters() {
    db::run(async |db| {
        create!(db, Patient);
        let rows: Vec<_> = (0..70_000).map(|i| patient(&i.to_string())).collect();

        let inserted = Patient.insert_many(rows).execute(db.pool()).await;

        assert_eq!(inserted.unwrap(), 70_000);
        assert_eq!(count_of_patients(&db).await, 70_000);
    });
}

#[test]
fn insert_many_inserts_rows_without_columns() {
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
