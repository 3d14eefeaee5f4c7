//! `returning`.

use schema_core::prelude::*;
use schema_tests::db;

use crate::clinic::{Patient, patient};

#[test]
fn returning_accepts_expressions_and_tuples() {
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
