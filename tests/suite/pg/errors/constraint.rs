//! Violated constraints.

use schema_core::prelude::*;
use schema_tests::db;

use super::sql;

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

/// Kind, constraint, table and column of an error.
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
            "the statement violates the unique constraint `patients_email_key` of table `patients`, on column `email`"
        );
    });
}

#[test]
fn a_unique_violation_with_an_odd_name_or_two_columns() {
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
        assert!(!error.is_still_referenced());
        assert_eq!(
            error.to_string(),
            "the statement violates the foreign key `visits_patient_id_fkey` of table `visits`, on column `patient_id`"
        );
    });
}

#[test]
fn a_referenced_row_cannot_be_deleted() {
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
        assert!(error.is_still_referenced());
        assert_eq!(error.constraint(), Some("visits_patient_id_fkey"));
        assert_eq!((error.table(), error.column()), (Some("visits"), None));
    });
}

// `restrict` has an error code of its own since Postgres 18.
#[test]
fn a_row_that_references_itself_by_restrict_cannot_be_deleted() {
    #[table(name = "nodes")]
    #[derive(Debug)]
    struct Node {
        #[column(primary_key)]
        id: i64,
        #[column(references = Node.id, on_delete = restrict)]
        parent_id: Option<i64>,
    }

    db::run(async |db| {
        create!(db, Node);
        Node.insert(NewNode { id: 1 })
            .execute(db.pool())
            .await
            .unwrap();
        let child = Node.insert(NewNode { id: 2 }).set(Node.parent_id, 1);
        child.execute(db.pool()).await.unwrap();

        let delete = Node.delete().filter(Node.id.eq(1));
        let deleted = delete.execute(db.pool()).await.unwrap_err();
        let orphan = Node.insert(NewNode { id: 3 }).set(Node.parent_id, 7);
        let inserted = orphan.execute(db.pool()).await.unwrap_err();

        assert!(deleted.is_foreign_key_violation() && deleted.is_still_referenced());
        assert!(inserted.is_foreign_key_violation() && !inserted.is_still_referenced());
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
            "the statement violates the check constraint `age_is_positive` of table `patients`, on column `age`"
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
            "the statement violates the not-null constraint of table `patients`, on column `added`"
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
