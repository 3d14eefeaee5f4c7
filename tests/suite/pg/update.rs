//! `update`.

use schema_core::prelude::*;
use schema_tests::db;

use crate::clinic::{Patient, insert_patients};

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
fn update_of_all_rows_can_set_null() {
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
fn update_requires_all_filters_to_match() {
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
