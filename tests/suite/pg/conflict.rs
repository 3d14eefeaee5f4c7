//! `on conflict`.

use schema_core::expr::function::lower;
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

#[test]
fn on_conflict_with_expressions_of_an_index() {
    db::run(async |db| {
        create!(db, Patient);
        let index = r#"create unique index on "patients" (lower("name"), "priority")"#;
        sqlx::query(index).execute(db.pool()).await.unwrap();
        let insert = |email: &str, name: &str| NewPatient {
            email: email.into(),
            name: name.into(),
        };
        Patient
            .insert(insert("a", "Ana"))
            .execute(db.pool())
            .await
            .unwrap();

        let name: String = Patient
            .insert(insert("b", "ANA"))
            .on_conflict_expression(lower(Patient.name))
            .and_expression(Patient.priority)
            .do_update()
            .set_excluded(Patient.name)
            .returning(Patient.name)
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(name, "ANA");
        assert_eq!(count_of_patients(&db).await, 1);
    });
}

/// Some columns are set to expressions, and others to the values of the row that was to be inserted.
#[test]
fn on_conflict_with_set_and_excluded() {
    db::run(async |db| {
        insert_patients(&db, &["a"]).await;
        let row = NewPatient {
            email: "a".into(),
            name: "Ben".into(),
        };

        let changed = Patient
            .insert(row)
            .set(Patient.priority, 7)
            .on_conflict(Patient.email)
            .do_update()
            .set(
                Patient.priority,
                Patient.priority + excluded(Patient.priority),
            )
            .set_excluded(Patient.name)
            .filter(Patient.name.ne(excluded(Patient.name)))
            .returning((Patient.name, Patient.priority))
            .fetch_one(db.pool())
            .await
            .unwrap();

        assert_eq!(changed, ("Ben".to_owned(), 8));
    });
}

#[test]
fn do_keep_returns_the_existing_row_or_the_new_one() {
    db::run(async |db| {
        let ids = insert_patients(&db, &["a"]).await;
        let again = |email: &str| NewPatient {
            email: email.into(),
            name: "new".into(),
        };
        let found = Patient
            .insert(again("a"))
            .on_conflict(Patient.email)
            .do_keep()
            .returning_all()
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!(found.id, ids[0]);
        assert_ne!(found.name, "new");
        let several = Patient
            .insert_many([again("a"), again("b")])
            .on_conflict(Patient.email)
            .do_keep()
            .returning((Patient.email, Patient.name))
            .fetch_all(db.pool())
            .await
            .unwrap();
        let [kept, new] = several.as_slice() else {
            panic!("{several:?}");
        };
        assert_eq!(*kept, ("a".into(), found.name));
        assert_eq!(*new, ("b".into(), "new".into()));
        assert_eq!(count_of_patients(&db).await, 2);
    });
}

#[test]
#[ignore = "needs several connections; runs with DATABASE_URL set and --include-ignored"]
fn do_keep_returns_the_row_of_another_transaction() {
    db::run_concurrent(async |db| {
        insert_patients(&db, &[]).await;
        let insert = || {
            Patient
                .insert(patient("a"))
                .on_conflict(Patient.email)
                .do_keep()
                .returning(Patient.id)
        };
        let mut other = db.pool().begin().await.unwrap();
        let id = insert().fetch_one(&mut *other).await.unwrap();
        let (pool, waiting) = (db.pool().clone(), insert());
        let waiting = tokio::spawn(async move { waiting.fetch_one(&pool).await });
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        assert!(!waiting.is_finished());
        other.commit().await.unwrap();
        assert_eq!(waiting.await.unwrap().unwrap(), id);
    });
}
