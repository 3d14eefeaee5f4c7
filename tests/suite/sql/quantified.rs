//! `any` and `all`.

use expect_test::expect;
use schema_core::expr::{all, any};
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, Note, Patient};

cases! {
    fn arrays(sql) {
        let all_notes = Note.select().columns(Note.id);
        sql.is(
            all_notes.filter(Note.title.eq(any(Note.tags)).and(Note.title.ne(all(Note.tags)))),
            expect![[r#"
                select "notes"."id"
                from "notes"
                where "notes"."title" = any("notes"."tags") and "notes"."title" <>
                all("notes"."tags")"#]],
        );
        sql.is(
            all_notes.filter(Note.title.like(any(["A%", "B%"])).or(value(1.5).lt(all(Note.scores)))),
            expect![[r#"
                select "notes"."id"
                from "notes"
                where "notes"."title" like any($1) or $2::double precision <
                all("notes"."scores")"#]],
        );
        sql.is(
            all_notes.filter(Note.id.ge(any(vec![Some(1), None]))),
            expect![[r#"select "notes"."id" from "notes" where "notes"."id" >= any($1)"#]],
        );
    }

    fn an_array_from_a_subquery_has_its_type(sql) {
        let tags = Note.select().filter(Note.id.eq(7)).columns(Note.tags);
        sql.is(
            Patient.select().filter(Patient.name.eq(any(scalar(tags)))).columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."name" = any((select "notes"."tags"
                from "notes"
                where "notes"."id" = $1)::text[])"#]],
        );
    }

    fn subqueries(sql) {
        let prices = MedicalOrder.select().columns(MedicalOrder.patient_id);
        sql.is(
            Patient.select().filter(Patient.id.eq(any(prices))).columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."id" = any(select "medical_orders"."patient_id"
                from "medical_orders")"#]],
        );
        let own = MedicalOrder
            .select()
            .correlate(Patient)
            .filter(MedicalOrder.patient_id.eq(Patient.id))
            .columns(MedicalOrder.priority);
        sql.is(
            Patient.select().filter(Patient.age.le(all(own))).columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" <= all(select "medical_orders"."priority"
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id")"#]],
        );
    }
}
