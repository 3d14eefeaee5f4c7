//! `insert` of one row.

use expect_test::expect;
use schema_core::prelude::*;
use serde_json::json;

use crate::tables::{
    Analysis, Counter, Enrollment, MedicalOrder, NewCounter, NewEnrollment, NewMedicalOrder,
    NewNote, NewPatient, NewVisit, Note, OrderStatus, Patient, Visit,
};

/// Fields in another order, and of other compatible types.
#[derive(Insertable)]
#[insertable(Patient)]
pub(crate) struct Import<'a> {
    age: Option<i32>,
    name: &'a str,
    #[insertable(column = email)]
    address: String,
}

fn ana() -> NewPatient {
    NewPatient {
        email: "ana@example.org".into(),
        name: "Ana".into(),
    }
}

cases! {
    fn required_columns(sql) {
        sql.is(
            Patient.insert(ana()),
            expect![[r#"insert into "patients" ("email", "name") values ($1, $2)"#]],
        );
        sql.is(
            MedicalOrder.insert(NewMedicalOrder { patient_id: 7 }),
            expect![[r#"insert into "medical_orders" ("patient_id") values ($1)"#]],
        );
        sql.is(
            Enrollment.insert(NewEnrollment {
                course: 1,
                student: 2,
                seat: 3,
            }),
            expect![[
                r#"insert into "enrollments" ("course", "student", "seat") values ($1, $2, $3)"#
            ]],
        );
        sql.is(
            Visit.insert(NewVisit { patient_id: 7 }),
            expect![[r#"insert into "sql text"."visits" ("patient_id") values ($1)"#]],
        );
    }

    // A program needs the row afterwards, or has a reference to it. Issue 12, acceptance 6.
    fn a_reference_to_a_row(sql) {
        let (new, import) = (ana(), Import { age: None, name: "Ana", address: "a@x".into() });
        sql.is(
            Patient.insert(&new),
            expect![[r#"insert into "patients" ("email", "name") values ($1, $2)"#]],
        );
        sql.is(
            Patient.insert(&import).on_conflict_do_nothing(),
            expect![[r#"
                insert into "patients" ("age", "name", "email")
                values ($1, $2, $3)
                on conflict do nothing"#]],
        );
        sql.is(
            Patient.insert(&&new).set(Patient.age, 41).returning(Patient.id),
            expect![[r#"
                insert into "patients" ("email", "name", "age")
                values ($1, $2, $3)
                returning "patients"."id""#]],
        );
    }

    fn other_columns(sql) {
        sql.is(
            Patient.insert(ana()).set(Patient.age, 41),
            expect![[r#"insert into "patients" ("email", "name", "age") values ($1, $2, $3)"#]],
        );
        sql.is(
            Patient
                .insert(ana())
                .set(Patient.age, Some(41))
                .set(Patient.active, true),
            expect![[r#"
                insert into "patients" ("email", "name", "age", "active")
                values ($1, $2, $3, $4)"#]],
        );
        sql.is(
            MedicalOrder
                .insert(NewMedicalOrder { patient_id: 7 })
                .set(MedicalOrder.id, 8)
                .set(MedicalOrder.status, OrderStatus::Paid)
                .set(MedicalOrder.due, null()),
            expect![[r#"
                insert into "medical_orders" ("patient_id", "id", "status", "due")
                values ($1, $2, $3, null)"#]],
        );
        sql.is(
            Visit.insert(NewVisit { patient_id: 7 }).set(Visit.group, 3),
            expect![[r#"insert into "sql text"."visits" ("patient_id", "Group") values ($1, $2)"#]],
        );
    }

    fn expressions(sql) {
        sql.is(
            Patient
                .insert(ana())
                .set(Patient.age, sql!(i32, "{} + 1", 40))
                .set(Patient.active, sql!(bool, "1 = 1")),
            expect![[r#"
                insert into "patients" ("email", "name", "age", "active")
                values ($1, $2, $3::integer + 1, 1 = 1)"#]],
        );
    }

    fn every_type(sql) {
        sql.is(
            Note.insert(NewNote {
                title: "t".into(),
                tags: vec!["a".into()],
            })
            .set(Note.body, json!({"a": [1, 2]}))
            .set(
                Note.analysis,
                Json(Analysis {
                    agent: "triage".into(),
                }),
            )
            .set(Note.scores, vec![0.5, 1.0])
            .set(Note.states, [OrderStatus::Paid])
            .set(Note.embedding, Vector::from([1.0, 2.0, 3.0]))
            .set(Note.half, HalfVector::from_bits([0; 3]))
            .set(Note.sparse, SparseVector::from_pairs([(0, 1.0)]).unwrap())
            .set(Note.bits, Bits::zeros()),
            expect![[r#"
                insert into "notes" ("title", "tags", "body", "analysis", "scores", "states",
                "embedding", "half", "sparse", "bits")
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"#]],
        );
    }

    fn no_required_columns(sql) {
        sql.is(
            Counter.insert(NewCounter {}),
            expect![[r#"insert into "counters" default values"#]],
        );
        sql.is(
            Counter.insert(NewCounter {}).set(Counter.hits, 1),
            expect![[r#"insert into "counters" ("hits") values ($1)"#]],
        );
        sql.is(
            Counter
                .insert(NewCounter {})
                .set(Counter.hits, 1)
                .set(Counter.label, "a"),
            expect![[r#"insert into "counters" ("hits", "label") values ($1, $2)"#]],
        );
    }

    fn an_insertable_struct(sql) {
        let import = Import {
            age: Some(41),
            name: "Ana",
            address: "ana@example.org".into(),
        };
        sql.is(
            Patient.insert(import).set(Patient.active, true),
            expect![[r#"
                insert into "patients" ("age", "name", "email", "active")
                values ($1, $2, $3, $4)"#]],
        );
    }
}
