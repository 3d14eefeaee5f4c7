//! Lists and ranges.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, OrderStatus, Patient};

cases! {
    fn a_list_is_one_parameter(sql) {
        let all = Patient.select().columns(Patient.id);
        let ids = vec![1, 2, 3];
        sql.is(
            all.filter(Patient.id.eq_any(&ids)),
            expect![[r#"select "patients"."id" from "patients" where "patients"."id" = any($1)"#]],
        );
        sql.is(
            all.filter(Patient.id.eq_any(ids.as_slice())),
            expect![[r#"select "patients"."id" from "patients" where "patients"."id" = any($1)"#]],
        );
        sql.is(
            all.filter(Patient.id.eq_any(ids)),
            expect![[r#"select "patients"."id" from "patients" where "patients"."id" = any($1)"#]],
        );
        sql.is(
            all.filter(Patient.id.eq_any([1; 200])),
            expect![[r#"select "patients"."id" from "patients" where "patients"."id" = any($1)"#]],
        );
        sql.is(
            all.filter(Patient.id.eq_any(&[1, 2])),
            expect![[r#"select "patients"."id" from "patients" where "patients"."id" = any($1)"#]],
        );
        sql.is(
            all.filter(Patient.id.ne_all([1, 2])),
            expect![[r#"select "patients"."id" from "patients" where "patients"."id" <> all($1)"#]],
        );
    }

    // The name that other libraries give it. Issue 12, acceptance 6.
    fn a_list_in_place_of_a_subquery(sql) {
        let all = Patient.select().columns(Patient.id);
        let ids = vec![1, 2, 3];
        for query in [
            all.filter(Patient.id.is_in(&ids)).to_sql(),
            all.filter(Patient.id.is_in(ids.as_slice())).to_sql(),
            all.filter(Patient.id.is_in([1, 2])).to_sql(),
            all.filter(Patient.id.is_in(&[1, 2])).to_sql(),
            all.filter(Patient.id.is_in(ids)).to_sql(),
        ] {
            assert_eq!(query, r#"select "patients"."id" from "patients" where "patients"."id" = any($1)"#);
        }
        sql.is(
            all.filter(Patient.name.is_not_in(["a", "b"])),
            expect![[
                r#"select "patients"."id" from "patients" where "patients"."name" <> all($1)"#
            ]],
        );
        sql.is(
            all.filter(Patient.age.is_in([1]).eq(Patient.id.is_not_in([2]).not())),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."age" = any($1)) = (not "patients"."id" <> all($2))"#]],
        );
        sql.is(
            all.filter(Patient.name.is_in(vec![String::from("a")])).boxed(),
            expect![[r#"select "patients"."id" from "patients" where "patients"."name" = any($1)"#]],
        );
    }

    fn an_empty_list(sql) {
        let all = Patient.select().columns(Patient.id);
        sql.is(
            all.filter(Patient.id.eq_any(Vec::new())),
            expect![[r#"select "patients"."id" from "patients" where "patients"."id" = any($1)"#]],
        );
        sql.is(
            all.filter(Patient.id.ne_all(Vec::new())),
            expect![[r#"select "patients"."id" from "patients" where "patients"."id" <> all($1)"#]],
        );
    }

    fn a_list_of_texts(sql) {
        let all = Patient.select().columns(Patient.id);
        sql.is(
            all.filter(Patient.name.eq_any(["a", "b"])),
            expect![[
                r#"select "patients"."id" from "patients" where "patients"."name" = any($1)"#
            ]],
        );
        sql.is(
            all.filter(Patient.name.eq_any(vec!["a", "b"])),
            expect![[
                r#"select "patients"."id" from "patients" where "patients"."name" = any($1)"#
            ]],
        );
        sql.is(
            all.filter(Patient.name.eq_any(vec![String::from("a")])),
            expect![[
                r#"select "patients"."id" from "patients" where "patients"."name" = any($1)"#
            ]],
        );
        sql.is(
            all.filter(Patient.name.concat("!").ne_all(["a!"])),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."name" || $1 <> all($2)"#]],
        );
    }

    fn a_list_of_an_enum(sql) {
        sql.is(
            MedicalOrder.select().columns(MedicalOrder.id).filter(
                MedicalOrder
                    .status
                    .eq_any([OrderStatus::Paid, OrderStatus::Pending]),
            ),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                where "medical_orders"."status" = any($1)"#]],
        );
    }

    fn between(sql) {
        let all = Patient.select().columns(Patient.id);
        sql.is(
            all.filter(Patient.age.between(18, 65)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" between $1 and $2"#]],
        );
        sql.is(
            all.filter(Patient.age.between(Patient.age - 1, Patient.age * 2)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" between "patients"."age" - $1 and "patients"."age" * $2"#]],
        );
        sql.is(
            all.filter((Patient.age + 1).between(18, 65).and(Patient.active)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" + $1 between $2 and $3 and "patients"."active""#]],
        );
        sql.is(
            all.filter(Patient.age.between(18, 65).or(Patient.age.between(1, 2))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" between $1 and $2 or "patients"."age" between $3 and $4"#]],
        );
        sql.is(
            all.filter(
                Patient
                    .active
                    .between(Patient.age.between(1, 2), Patient.name.like("a%")),
            ),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."active" between ("patients"."age" between $1 and $2) and
                ("patients"."name" like $3)"#]],
        );
    }
}
