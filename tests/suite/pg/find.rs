//! `find` by a primary key or a unique column.

use schema_core::prelude::*;
use schema_tests::db;

use crate::clinic::{Enrolment, NewEnrolment, Patient, insert_patients};

#[test]
fn find_returns_the_row_of_the_primary_key() {
    db::run(async |db| {
        let ids = insert_patients(&db, &["a", "b"]).await;

        let found = Patient.find(ids[1]).fetch_one(db.pool()).await.unwrap();
        let missing = Patient.find(99).fetch_optional(db.pool()).await.unwrap();

        assert_eq!(found.email, "b");
        assert_eq!(missing, None);
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
