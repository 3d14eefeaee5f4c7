//! Rust values as expressions.

use expect_test::expect;
use schema_core::expr::literal;
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, OrderStatus, Patient};

cases! {
    fn a_value_anywhere(sql) {
        let all = Patient.select();
        sql.is(
            all.columns((value(1_i64), value("a"), value(None::<i32>), value([1.5]))),
            expect![[r#"
                select $1::bigint, $2::text, $3::integer, $4::double precision[]
                from "patients""#]],
        );
        sql.is(
            all.filter(value(18).le(Patient.age).and(value(true))).columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where $1::integer <= "patients"."age" and $2::boolean"#]],
        );
        sql.is(
            all.columns(value(100) - Patient.age),
            expect![[r#"select $1::integer - "patients"."age" from "patients""#]],
        );
        let decade = value(param!(10));
        sql.is(
            all.group_by(decade).columns((grouped(decade), count())),
            expect![[r#"select $1::integer, count(*) from "patients" group by $1::integer"#]],
        );
        sql.is(
            MedicalOrder.select().columns(value(OrderStatus::Paid).eq(MedicalOrder.status)),
            expect![[r#"select $1::"order_status" = "medical_orders"."status" from "medical_orders""#]],
        );
    }

    fn a_literal_is_in_the_text(sql) {
        let all = Patient.select();
        sql.is(
            all.columns((literal(1), literal(-1), literal(1_i64), literal("it's"), literal(true))),
            expect![[r#"
                select 1::integer, (-1)::integer, 1::bigint, 'it''s'::text, true::boolean
                from "patients""#]],
        );
        sql.is(
            all.columns((literal(None::<i64>), literal(0.5), literal(vec![1_i64, 2]))),
            expect![[r#"
                select null::bigint, 0.5::double precision, array[1, 2]::bigint[]
                from "patients""#]],
        );
        sql.is(
            all.filter(Patient.active.eq(literal(false)).and(Patient.age.gt(literal(18)))).columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."active" = false::boolean and "patients"."age" > 18::integer"#]],
        );
        sql.is(
            all.group_by(literal(1)).order_by(grouped(literal(1)).desc()).columns(count()),
            expect![[r#"select count(*) from "patients" group by 1::integer order by 1::integer desc"#]],
        );
        sql.is(
            MedicalOrder.select().filter(MedicalOrder.status.eq(literal(OrderStatus::Paid))).columns(count()),
            expect![[r#"
                select count(*)
                from "medical_orders"
                where "medical_orders"."status" = 'paid'::"order_status""#]],
        );
    }
}
