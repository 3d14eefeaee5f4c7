//! `insert` of many rows.

use expect_test::expect;
use schema_core::prelude::*;
use serde_json::Value;

use crate::tables::{
    Counter, Enrollment, MedicalOrder, NewCounter, NewEnrollment, NewMedicalOrder, NewNote,
    NewPatient, Note, OrderStatus, Patient,
};

/// Columns of every kind of type.
#[derive(Insertable)]
#[insertable(Note)]
pub(crate) struct FullNote<'a> {
    title: &'a str,
    body: Option<Value>,
    tags: &'a [&'a str],
    scores: Option<Vec<f64>>,
    states: Vec<OrderStatus>,
    embedding: Option<Vector<3>>,
    sparse: Option<SparseVector<3>>,
    bits: Bits<4>,
}

fn patient(name: &str) -> NewPatient {
    NewPatient {
        email: format!("{name}@example.org"),
        name: name.into(),
    }
}

cases! {
    fn one_text_for_any_number_of_rows(sql) {
        sql.is(
            Patient.insert_many([patient("Ana")]),
            expect![[r#"
                insert into "patients" ("email", "name")
                select "email", "name"
                from unnest($1, $2) as "rows" ("email", "name")"#]],
        );
        sql.is(
            Patient.insert_many([patient("Ana"), patient("Lee")]),
            expect![[r#"
                insert into "patients" ("email", "name")
                select "email", "name"
                from unnest($1, $2) as "rows" ("email", "name")"#]],
        );
        sql.is(
            Patient.insert_many(Vec::<NewPatient>::new()),
            expect![[r#"
                insert into "patients" ("email", "name")
                select "email", "name"
                from unnest($1, $2) as "rows" ("email", "name")"#]],
        );
        sql.is(
            MedicalOrder.insert_many([NewMedicalOrder { patient_id: 7 }]),
            expect![[r#"
                insert into "medical_orders" ("patient_id")
                select "patient_id"
                from unnest($1) as "rows" ("patient_id")"#]],
        );
        sql.is(
            Enrollment.insert_many([NewEnrollment {
                course: 1,
                student: 2,
                seat: 3,
            }]),
            expect![[r#"
                insert into "enrollments" ("course", "student", "seat")
                select "course", "student", "seat"
                from unnest($1, $2, $3) as "rows" ("course", "student", "seat")"#]],
        );
    }

    fn a_column_set_for_all_rows(sql) {
        sql.is(
            Patient
                .insert_many([patient("Ana")])
                .set(Patient.age, 41)
                .set(Patient.active, true),
            expect![[r#"
                insert into "patients" ("email", "name", "age", "active")
                select "email", "name", $1, $2
                from unnest($3, $4) as "rows" ("email", "name")"#]],
        );
        sql.is(
            MedicalOrder
                .insert_many([NewMedicalOrder { patient_id: 7 }])
                .set(MedicalOrder.status, OrderStatus::Paid)
                .set(MedicalOrder.due, null())
                .set(MedicalOrder.priority, sql!(i32, "{} + 1", 2)),
            expect![[r#"
                insert into "medical_orders" ("patient_id", "status", "due", "priority")
                select "patient_id", $1, null, $2::integer + 1
                from unnest($3) as "rows" ("patient_id")"#]],
        );
    }

    fn array_columns(sql) {
        sql.is(
            Note.insert_many([NewNote {
                title: "t".into(),
                tags: vec!["a".into(), "b".into()],
            }]),
            expect![[r#"
                insert into "notes" ("title", "tags")
                select "title", "tags"::text[]
                from unnest($1, $2) as "rows" ("title", "tags")"#]],
        );
        sql.is(
            Note.insert_many([FullNote {
                title: "t",
                body: None,
                tags: &["a", "b"],
                scores: Some(vec![0.5]),
                states: vec![OrderStatus::Paid],
                embedding: None,
                sparse: None,
                bits: Bits::zeros(),
            }]),
            expect![[r#"
                insert into "notes" ("title", "body", "tags", "scores", "states", "embedding",
                "sparse", "bits")
                select "title", "body", "tags"::text[], "scores"::double precision[],
                "states"::"order_status"[], "embedding", "sparse", "bits"
                from unnest($1, $2, $3, $4, $5, $6, $7, $8) as "rows" ("title", "body",
                "tags", "scores", "states", "embedding", "sparse", "bits")"#]],
        );
    }

    fn no_required_columns(sql) {
        sql.is(
            Counter.insert_many([NewCounter {}, NewCounter {}]),
            expect![[r#"insert into "counters" select from generate_series(1, $1)"#]],
        );
        sql.is(
            Counter.insert_many([NewCounter {}]).set(Counter.hits, 1),
            expect![[r#"insert into "counters" ("hits") select $1 from generate_series(1, $2)"#]],
        );
    }
}
