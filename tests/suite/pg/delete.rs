//! `delete`.

use schema_core::prelude::*;
use schema_tests::db;

use crate::clinic::{Patient, count_of_patients, insert_patients};

#[test]
fn delete_removes_the_matching_rows() {
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
