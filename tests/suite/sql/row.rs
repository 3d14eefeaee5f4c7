//! Rows.

use chrono::{DateTime, Utc};
use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Enrollment, MedicalOrder, Patient};

cases! {
    fn comparisons(sql) {
        let all = Patient.select().columns(Patient.id);
        let key = row((Patient.name, Patient.id));
        sql.is(
            all.filter(key.gt(("Ana", 7))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."name", "patients"."id") > ($1, $2)"#]],
        );
        sql.is(
            all.filter(key.eq((Patient.email, 7)).or(key.ne(("Ana", 7))).or(key.lt(("Ana", 7)))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."name", "patients"."id") = ("patients"."email", $1) or
                ("patients"."name", "patients"."id") <> ($2, $3) or ("patients"."name",
                "patients"."id") < ($4, $5)"#]],
        );
        sql.is(
            all.filter(key.le(("Ana", 7)).and(key.ge(("Ana", 7)).not())),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."name", "patients"."id") <= ($1, $2) and not
                ("patients"."name", "patients"."id") >= ($3, $4)"#]],
        );
    }

    fn lists_and_subqueries(sql) {
        let key = row((Enrollment.course, Enrollment.student));
        sql.is(
            Enrollment.delete().filter(key.is_in([(1, 2), (3, 4)])),
            expect![[r#"
                delete
                from "enrollments"
                where ("enrollments"."course", "enrollments"."student") in (select *
                from unnest($1::integer[], $2::bigint[]))"#]],
        );
        let names = vec![("Ana", 1), ("Lee", 2)];
        sql.is(
            Patient.select().filter(row((Patient.name, Patient.id)).is_not_in(&names)).columns(count()),
            expect![[r#"
                select count(*)
                from "patients"
                where ("patients"."name", "patients"."id") not in (select *
                from unnest($1::text[], $2::bigint[]))"#]],
        );
        let orders = MedicalOrder.select().columns((MedicalOrder.priority, MedicalOrder.patient_id));
        sql.is(
            Enrollment.delete().filter(key.is_in(orders)),
            expect![[r#"
                delete
                from "enrollments"
                where ("enrollments"."course", "enrollments"."student") in (select
                "medical_orders"."priority", "medical_orders"."patient_id"
                from "medical_orders")"#]],
        );
    }

    fn null_tests_and_periods(sql) {
        let ends = row((MedicalOrder.doctor_id, MedicalOrder.due));
        sql.is(
            MedicalOrder.select().filter(ends.is_null().or(ends.is_not_null())).columns(count()),
            expect![[r#"
                select count(*)
                from "medical_orders"
                where ("medical_orders"."doctor_id", "medical_orders"."due") is null or
                ("medical_orders"."doctor_id", "medical_orders"."due") is not null"#]],
        );
        let day = row((MedicalOrder.created_at, value(Interval::from_seconds(60))));
        sql.is(
            MedicalOrder
                .select()
                .filter(day.overlaps((DateTime::<Utc>::UNIX_EPOCH, Interval::from_seconds(1))))
                .columns(count()),
            expect![[r#"
                select count(*)
                from "medical_orders"
                where ("medical_orders"."created_at", $1::interval) overlaps ($2, $3)"#]],
        );
    }
}
