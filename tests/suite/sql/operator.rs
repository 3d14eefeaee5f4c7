//! Comparison, null tests, text.

use chrono::{DateTime, NaiveDate, Utc};
use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, Note, OrderStatus, Patient, Visit};

cases! {
    fn comparison_with_a_value(sql) {
        let all = Patient.select().columns(Patient.id);
        sql.is(
            all.filter(Patient.id.eq(7)),
            expect![[r#"select "patients"."id" from "patients" where "patients"."id" = $1"#]],
        );
        sql.is(
            all.filter(Patient.id.ne(7)),
            expect![[r#"select "patients"."id" from "patients" where "patients"."id" <> $1"#]],
        );
        sql.is(
            all.filter(Patient.id.lt(7)),
            expect![[r#"select "patients"."id" from "patients" where "patients"."id" < $1"#]],
        );
        sql.is(
            all.filter(Patient.id.le(7)),
            expect![[r#"select "patients"."id" from "patients" where "patients"."id" <= $1"#]],
        );
        sql.is(
            all.filter(Patient.id.gt(7)),
            expect![[r#"select "patients"."id" from "patients" where "patients"."id" > $1"#]],
        );
        sql.is(
            all.filter(Patient.id.ge(7)),
            expect![[r#"select "patients"."id" from "patients" where "patients"."id" >= $1"#]],
        );
    }

    fn comparison_with_a_column(sql) {
        let all = Patient.select().columns(Patient.id);
        sql.is(
            all.filter(Patient.name.eq(Patient.email)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."name" = "patients"."email""#]],
        );
        sql.is(
            all.filter(Patient.age.lt(Patient.age + 1)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" < "patients"."age" + $1"#]],
        );
    }

    fn values_of_each_kind(sql) {
        let orders = MedicalOrder.select().columns(MedicalOrder.id);
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        sql.is(
            orders.filter(MedicalOrder.status.eq(OrderStatus::Paid)),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                where "medical_orders"."status" = $1"#]],
        );
        sql.is(
            orders.filter(MedicalOrder.price.ge(9.5)),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                where "medical_orders"."price" >= $1"#]],
        );
        sql.is(
            orders.filter(MedicalOrder.due.lt(day)),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                where "medical_orders"."due" < $1"#]],
        );
        sql.is(
            orders.filter(MedicalOrder.created_at.gt(DateTime::<Utc>::UNIX_EPOCH)),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                where "medical_orders"."created_at" > $1"#]],
        );
        sql.is(
            Note.select()
                .columns(Note.id)
                .filter(Note.tags.eq(["a", "b"])),
            expect![[r#"select "notes"."id" from "notes" where "notes"."tags" = $1"#]],
        );
        sql.is(
            Patient
                .select()
                .columns(Patient.id)
                .filter(Patient.name.eq(String::from("a"))),
            expect![[r#"select "patients"."id" from "patients" where "patients"."name" = $1"#]],
        );
        sql.is(
            Visit.select().columns(Visit.id).filter(Visit.group.eq(3)),
            expect![[r#"
                select "sql text"."visits"."id"
                from "sql text"."visits"
                where "sql text"."visits"."Group" = $1"#]],
        );
    }

    fn null_tests(sql) {
        let all = Patient.select().columns(Patient.id);
        sql.is(
            all.filter(Patient.age.is_null()),
            expect![[r#"select "patients"."id" from "patients" where "patients"."age" is null"#]],
        );
        sql.is(
            all.filter(Patient.age.is_not_null()),
            expect![[
                r#"select "patients"."id" from "patients" where "patients"."age" is not null"#
            ]],
        );
        sql.is(
            all.filter((Patient.age + 1).is_null()),
            expect![[
                r#"select "patients"."id" from "patients" where "patients"."age" + $1 is null"#
            ]],
        );
    }

    fn distinct_from(sql) {
        let all = Patient.select().columns(Patient.id);
        sql.is(
            all.filter(Patient.age.is_distinct_from(7)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" is distinct from $1"#]],
        );
        sql.is(
            all.filter(Patient.age.is_distinct_from(None::<i32>)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" is distinct from $1"#]],
        );
        sql.is(
            all.filter(Patient.age.is_not_distinct_from(Some(7))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" is not distinct from $1"#]],
        );
        sql.is(
            all.filter(Patient.age.is_not_distinct_from(Patient.age + 1)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" is not distinct from "patients"."age" + $1"#]],
        );
        sql.is(
            all.filter(Patient.age.is_not_distinct_from(null())),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" is not distinct from null"#]],
        );
    }

    fn patterns(sql) {
        let all = Patient.select().columns(Patient.id);
        sql.is(
            all.filter(Patient.name.like("a%")),
            expect![[r#"select "patients"."id" from "patients" where "patients"."name" like $1"#]],
        );
        sql.is(
            all.filter(Patient.name.not_like("a%")),
            expect![[
                r#"select "patients"."id" from "patients" where "patients"."name" not like $1"#
            ]],
        );
        sql.is(
            all.filter(Patient.name.ilike("a%")),
            expect![[r#"select "patients"."id" from "patients" where "patients"."name" ilike $1"#]],
        );
        sql.is(
            all.filter(Patient.name.not_ilike("a%")),
            expect![[
                r#"select "patients"."id" from "patients" where "patients"."name" not ilike $1"#
            ]],
        );
        sql.is(
            all.filter(Patient.name.like(Patient.email.concat("%"))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."name" like "patients"."email" || $1"#]],
        );
        sql.is(
            all.filter(Patient.name.concat(Patient.email).ilike("a%")),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."name" || "patients"."email" ilike $1"#]],
        );
    }

    fn concatenation(sql) {
        let all = Patient.select();
        sql.is(
            all.columns(Patient.name.concat(" ").concat(Patient.email)),
            expect![[r#"select "patients"."name" || $1 || "patients"."email" from "patients""#]],
        );
        sql.is(
            all.columns(Patient.name.concat(Patient.name.concat("!"))),
            expect![[r#"select "patients"."name" || ("patients"."name" || $1) from "patients""#]],
        );
        sql.is(
            all.columns(Patient.name.concat("!").eq("a!")),
            expect![[r#"select "patients"."name" || $1 = $2 from "patients""#]],
        );
    }

}
