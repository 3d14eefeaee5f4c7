//! Queries that are built at run time: optional filters, lists of conditions, boxed queries.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, Patient};

cases! {
    fn an_absent_filter(sql) {
        let all = Patient.select().columns(Patient.id);
        let (none, some) = (None::<i32>, Some(18));
        let age = |age: Option<i32>| age.map(|age| Patient.age.gt(age));
        sql.is(
            all.filter(age(none)),
            expect![[r#"select "patients"."id" from "patients" where true"#]],
        );
        sql.is(
            all.filter(age(some)),
            expect![[r#"select "patients"."id" from "patients" where "patients"."age" > $1"#]],
        );
        sql.is(
            all.filter(Patient.active).filter(age(none)),
            expect![[
                r#"select "patients"."id" from "patients" where "patients"."active" and true"#
            ]],
        );
        sql.is(
            all.filter(age(none)).filter(age(some)),
            expect![[
                r#"select "patients"."id" from "patients" where true and "patients"."age" > $1"#
            ]],
        );
    }

    fn an_absent_condition_changes_nothing(sql) {
        let all = Patient.select().columns(Patient.id);
        let age = |age: Option<i32>| age.map(|age| Patient.age.gt(age));
        sql.is(
            all.filter(Patient.active.and(age(None))),
            expect![[
                r#"select "patients"."id" from "patients" where "patients"."active" and true"#
            ]],
        );
        sql.is(
            all.filter(Patient.active.or(age(None))),
            expect![[
                r#"select "patients"."id" from "patients" where "patients"."active" or false"#
            ]],
        );
        sql.is(
            all.filter(Patient.active.and(age(Some(18)))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."active" and "patients"."age" > $1"#]],
        );
        sql.is(
            all.filter(Patient.active.or(age(Some(18)))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."active" or "patients"."age" > $1"#]],
        );
        let either =
            |age: Option<i32>| age.map(|age| Patient.age.gt(age).or(Patient.age.is_null()));
        sql.is(
            all.filter(Patient.active.and(either(Some(18)))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."active" and ("patients"."age" > $1 or "patients"."age" is
                null)"#]],
        );
        sql.is(
            all.filter(Patient.active.and(either(None))),
            expect![[
                r#"select "patients"."id" from "patients" where "patients"."active" and (true)"#
            ]],
        );
        sql.is(
            all.filter(Patient.active.or(Patient.id.gt(5).and(age(None)))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."active" or "patients"."id" > $1 and true"#]],
        );
    }

    fn parameters_after_an_absent_condition(sql) {
        sql.is(
            Patient
                .select()
                .filter(Patient.id.gt(5).and(None::<bool>).and(Patient.name.ne("x")))
                .limit(3)
                .columns(Patient.age + 1),
            expect![[r#"
                select "patients"."age" + $1
                from "patients"
                where "patients"."id" > $2 and true and "patients"."name" <> $3
                limit $4"#]],
        );
    }

    fn lists_of_conditions(sql) {
        let all = Patient.select().columns(Patient.id);
        let id = |id: i64| Patient.id.eq(id);
        let none = || [1; 0].map(id);
        sql.is(
            all.filter(vec![id(1), id(2)]),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."id" = $1 and "patients"."id" = $2)"#]],
        );
        sql.is(
            all.filter(vec![id(1)]),
            expect![[r#"select "patients"."id" from "patients" where ("patients"."id" = $1)"#]],
        );
        sql.is(
            all.filter(Vec::from(none())),
            expect![[r#"select "patients"."id" from "patients" where true"#]],
        );
        sql.is(
            all.filter(all_of([id(1), id(2)]).and(any_of([id(3), id(4)]))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."id" = $1 and "patients"."id" = $2) and ("patients"."id" =
                $3 or "patients"."id" = $4)"#]],
        );
        sql.is(
            all.filter(any_of(none())),
            expect![[r#"select "patients"."id" from "patients" where false"#]],
        );
        sql.is(
            all.filter(any_of([id(1).or(id(2)), id(3).or(id(4))]).not()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where not (("patients"."id" = $1 or "patients"."id" = $2) or ("patients"."id"
                = $3 or "patients"."id" = $4))"#]],
        );
        sql.is(
            all.filter(all_of([id(1).and(id(2)), id(3).and(id(4))]).eq(true)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where (("patients"."id" = $1 and "patients"."id" = $2) and ("patients"."id" =
                $3 and "patients"."id" = $4)) = $5"#]],
        );
        sql.is(
            all.filter(any_of([Some(id(1)), None])),
            expect![[
                r#"select "patients"."id" from "patients" where ("patients"."id" = $1 or false)"#
            ]],
        );
        sql.is(
            all.filter(all_of([Some(id(1)), None])),
            expect![[
                r#"select "patients"."id" from "patients" where ("patients"."id" = $1 and true)"#
            ]],
        );
        sql.is(
            all.filter(Patient.active.or(vec![id(1), id(2)])),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."active" or ("patients"."id" = $1 and "patients"."id" = $2)"#]],
        );
    }

    fn boxed_conditions(sql) {
        let all = Patient.select().columns(Patient.id);
        let conditions: Vec<BoxedCondition<'_, (Patient,)>> = vec![
            Patient.active.boxed(),
            Patient.age.gt(17).or(Patient.age.is_null()).boxed(),
            Patient.name.ilike("a%").boxed(),
        ];
        sql.is(
            all.filter(conditions),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where (("patients"."active") and ("patients"."age" > $1 or "patients"."age" is
                null) and ("patients"."name" ilike $2))"#]],
        );
        let condition: BoxedCondition<'_, (Patient,)> = Patient.age.gt(17).boxed();
        sql.is(
            all.filter(condition.and(Patient.active).not()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where not (("patients"."age" > $1) and "patients"."active")"#]],
        );
        let condition: BoxedCondition<'_, (Patient,)> = Some(Patient.age.gt(17)).boxed();
        sql.is(
            MedicalOrder
                .select()
                .inner_join_on(MedicalOrder.patient_id)
                .filter(condition)
                .columns(MedicalOrder.id),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                join "patients" on "medical_orders"."patient_id" = "patients"."id"
                where ("patients"."age" > $1)"#]],
        );
    }

    fn boxed_queries(sql) {
        sql.is(
            Patient.select().columns(Patient.id).boxed(),
            expect![[r#"select "patients"."id" from "patients""#]],
        );
        sql.is(
            Patient
                .select()
                .filter(Patient.age.gt(1).or(Patient.active))
                .order_by((Patient.name.asc(), Patient.age.desc()))
                .columns((Patient.id, Patient.age, Patient.name))
                .distinct()
                .boxed()
                .filter(Patient.age.lt(9).or(Patient.active))
                .filter(None::<bool>)
                .order_by(Patient.id.asc())
                .limit(5)
                .offset(10),
            expect![[r#"
                select distinct "patients"."id", "patients"."age", "patients"."name"
                from "patients"
                where ("patients"."age" > $1 or "patients"."active") and ("patients"."age" <
                $2 or "patients"."active") and true
                order by "patients"."name", "patients"."age" desc, "patients"."id"
                limit $3 offset $4"#]],
        );
        let mut query = Patient.select().columns(Patient.id).boxed();
        for id in 1..4 {
            query = query.filter(Patient.id.ne(id)).order_by(Patient.age.desc());
        }
        sql.is(
            query.limit(None::<i64>),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."id" <> $1 and "patients"."id" <> $2 and "patients"."id" <>
                $3
                order by "patients"."age" desc, "patients"."age" desc, "patients"."age" desc"#]],
        );
    }

    fn a_boxed_query_of_joined_tables(sql) {
        sql.is(
            MedicalOrder
                .select()
                .left_join(
                    Patient,
                    Patient
                        .id
                        .eq(MedicalOrder.patient_id)
                        .and(Patient.age.gt(3)),
                )
                .columns((MedicalOrder.id, Patient.name))
                .boxed()
                .filter(Patient.age.lt(9))
                .order_by((
                    Vec::<BoxedOrdering<'_, (Patient,)>>::new(),
                    Patient.age.desc(),
                ))
                .order_by(Vec::<BoxedOrdering<'_, (Patient,)>>::new())
                .order_by(vec![MedicalOrder.id.asc()]),
            expect![[r#"
                select "medical_orders"."id", "patients"."name"
                from "medical_orders"
                left join "patients" on "patients"."id" = "medical_orders"."patient_id" and
                "patients"."age" > $1
                where "patients"."age" < $2
                order by "patients"."age" desc, "medical_orders"."id""#]],
        );
    }

    fn pages_and_totals(sql) {
        let page = Patient
            .select()
            .filter(Patient.age.gt(1))
            .order_by(Patient.id)
            .limit(5)
            .boxed();
        sql.is(
            page.clone().count(),
            expect![[r#"select count(*) from "patients" where "patients"."age" > $1"#]],
        );
        sql.is(
            page.clone().columns((Patient.name, Patient.age + 1)),
            expect![[r#"
            select "patients"."name", "patients"."age" + $1
            from "patients"
            where "patients"."age" > $2
            order by "patients"."id"
            limit $3"#]],
        );
        sql.is(
            page.limit(None::<i64>).offset(3),
            expect![[r#"
            select "patients"."id", "patients"."email", "patients"."name",
            "patients"."age", "patients"."active"
            from "patients"
            where "patients"."age" > $1
            order by "patients"."id" offset $2"#]],
        );
        let names = Patient.select().distinct().columns(Patient.name);
        sql.is(
            names.limit(5).boxed().filter(Patient.age.gt(1)).count(),
            expect![[r#"
            select count(*)
            from (select distinct "patients"."name"
            from "patients"
            where "patients"."age" > $1) as "rows""#]],
        );
        sql.is(
            Patient
                .select()
                .columns(max(Patient.age))
                .boxed()
                .filter(Patient.age.gt(1))
                .count(),
            expect![[r#"
                select count(*)
                from (select max("patients"."age")
                from "patients"
                where "patients"."age" > $1) as "rows""#]],
        );
    }
}
