//! Expressions that are chosen at run time.

use expect_test::expect;
use schema_core::prelude::*;
use schema_core::types::{NeverNull, Nullable};

use crate::tables::{MedicalOrder, Patient};

type Number<'a, N> = BoxedExpr<'a, (Patient,), i32, N>;

cases! {
    fn boxed_expressions(sql) {
        let keys: Vec<Number<'_, Nullable>> = vec![
            Patient.age.boxed_expr(),
            (Patient.age + 1).boxed_expr(),
            value(5).boxed_expr(),
        ];
        let orderings: Vec<_> = keys.iter().map(|key| key.clone().desc()).collect();
        let [age, next, five] = <[_; 3]>::try_from(keys).unwrap();
        sql.is(
            Patient
                .select()
                .filter(age.clone().lt(next.clone() * 2).and(five.clone().eq(7)))
                .order_by(orderings)
                .columns((age, next, five)),
            expect![[r#"
                select "patients"."age", ("patients"."age" + $1), $2::integer
                from "patients"
                where "patients"."age" < ("patients"."age" + $3) * $4 and $5::integer = $6
                order by "patients"."age" desc, ("patients"."age" + $7) desc, $8::integer desc"#]],
        );
    }

    fn a_boxed_expression_is_a_condition_and_a_value(sql) {
        let active: BoxedExpr<'_, (Patient,), bool, NeverNull> = Patient.active.and(Patient.age.is_null()).boxed_expr();
        sql.is(
            Patient.select().filter(active.clone().or(Patient.id.eq(1))).columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."active" and "patients"."age" is null) or "patients"."id" =
                $1"#]],
        );
        sql.is(
            Patient.update().set(Patient.active, active).all_rows(),
            expect![[r#"
                update "patients" set "active" = ("patients"."active" and "patients"."age" is
                null)"#]],
        );
    }

    fn a_boxed_expression_of_joined_tables(sql) {
        let age: BoxedExpr<'_, (MedicalOrder, Option<Patient>), i32, Nullable> =
            (MedicalOrder.priority + Patient.age).boxed_expr();
        let orders = MedicalOrder.select();
        sql.is(
            orders.left_join_on(MedicalOrder.doctor_id).columns((MedicalOrder.id, age.clone())),
            expect![[r#"
                select "medical_orders"."id", ("medical_orders"."priority" + "patients"."age")
                from "medical_orders"
                left join "patients" on "medical_orders"."doctor_id" = "patients"."id""#]],
        );
        sql.is(
            orders.inner_join_on(MedicalOrder.patient_id).group_by(Patient.id).columns((Patient.id, max(age))),
            expect![[r#"
                select "patients"."id", max(("medical_orders"."priority" + "patients"."age"))
                from "medical_orders"
                join "patients" on "medical_orders"."patient_id" = "patients"."id"
                group by "patients"."id""#]],
        );
    }

    fn a_boxed_expression_in_a_correlated_subquery(sql) {
        let age: Number<'_, Nullable> = Patient.age.boxed_expr();
        let orders = MedicalOrder.select().correlate(Patient).filter(age.lt(MedicalOrder.priority));
        sql.is(
            Patient.select().filter(exists(orders)).columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where exists (select 1
                from "medical_orders"
                where "patients"."age" < "medical_orders"."priority")"#]],
        );
    }
}
