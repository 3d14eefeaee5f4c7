//! `on conflict`.

use schema_core::prelude::*;
use schema_tests::db;

use crate::clinic::{
    Enrolment, NewEnrolment, NewPatient, Patient, count_of_patients, insert_patients, patient,
};

#[test]
fn on_conflict_do_nothing_keeps_the_existing_row() {
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
fn on_conflict_do_update_reads_the_excluded_row() {
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
fn on_conflict_do_update_with_a_filter() {
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
fn on_conflict_with_a_composite_key() {
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
