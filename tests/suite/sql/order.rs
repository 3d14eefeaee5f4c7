//! `order by`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, Patient};

cases! {
    fn directions(sql) {
        let all = Patient.select().columns(Patient.id);
        sql.is(
            all.order_by(Patient.age.asc()),
            expect![[r#"select "patients"."id" from "patients" order by "patients"."age""#]],
        );
        sql.is(
            all.order_by(Patient.age.desc()),
            expect![[r#"select "patients"."id" from "patients" order by "patients"."age" desc"#]],
        );
        sql.is(
            all.order_by(Patient.age.asc().nulls_first()),
            expect![[
                r#"select "patients"."id" from "patients" order by "patients"."age" nulls first"#
            ]],
        );
        sql.is(
            all.order_by(Patient.age.asc().nulls_last()),
            expect![[
                r#"select "patients"."id" from "patients" order by "patients"."age" nulls last"#
            ]],
        );
        sql.is(
            all.order_by(Patient.age.desc().nulls_first()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                order by "patients"."age" desc nulls first"#]],
        );
        sql.is(
            all.order_by(Patient.age.desc().nulls_last()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                order by "patients"."age" desc nulls last"#]],
        );
    }

    fn a_plain_column_is_ascending(sql) {
        let all = Patient.select().columns(Patient.id);
        sql.is(
            all.order_by(Patient.name),
            expect![[r#"select "patients"."id" from "patients" order by "patients"."name""#]],
        );
        sql.is(
            all.order_by((Patient.age.desc(), Patient.name)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                order by "patients"."age" desc, "patients"."name""#]],
        );
    }

    fn several(sql) {
        let all = Patient.select().columns(Patient.id);
        sql.is(
            all.order_by((Patient.age.desc(), Patient.name.asc(), Patient.id.asc())),
            expect![[r#"
                select "patients"."id"
                from "patients"
                order by "patients"."age" desc, "patients"."name", "patients"."id""#]],
        );
        sql.is(
            all.order_by(Patient.age.desc()).order_by(Patient.id.asc()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                order by "patients"."age" desc, "patients"."id""#]],
        );
        sql.is(
            all.order_by((Patient.age.desc(), Patient.name.asc()))
                .order_by(Patient.id.asc()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                order by "patients"."age" desc, "patients"."name", "patients"."id""#]],
        );
    }

    fn expressions(sql) {
        let all = Patient.select().columns(Patient.id);
        sql.is(
            all.order_by((Patient.age + 1).desc()),
            expect![[
                r#"select "patients"."id" from "patients" order by "patients"."age" + $1 desc"#
            ]],
        );
        sql.is(
            all.order_by((
                Patient.active.and(Patient.age.gt(1)).asc(),
                Patient.age.is_null().desc(),
            )),
            expect![[r#"
                select "patients"."id"
                from "patients"
                order by "patients"."active" and "patients"."age" > $1, "patients"."age" is
                null desc"#]],
        );
    }

    fn chosen_at_run_time(sql) {
        let all = Patient.select().columns(Patient.id);
        let mut orderings = Vec::new();
        sql.is(
            all.order_by(Vec::<BoxedOrdering<'_, (Patient,)>>::new()),
            expect![[r#"select "patients"."id" from "patients""#]],
        );
        orderings.push(Patient.age.desc().nulls_last().boxed::<(Patient,), _>());
        orderings.push((Patient.id + 7).asc().boxed());
        sql.is(
            all.order_by(orderings),
            expect![[r#"
                select "patients"."id"
                from "patients"
                order by "patients"."age" desc nulls last, "patients"."id" + $1"#]],
        );
        sql.is(
            all.order_by(Patient.name.asc().boxed::<(Patient,), _>()),
            expect![[r#"select "patients"."id" from "patients" order by "patients"."name""#]],
        );
        sql.is(
            all.order_by(vec![Patient.age.asc(), Patient.age.asc()]),
            expect![[r#"
                select "patients"."id"
                from "patients"
                order by "patients"."age", "patients"."age""#]],
        );
    }

    fn an_absent_ordering_among_others(sql) {
        let all = Patient.select().columns(Patient.id);
        let none = Vec::<BoxedOrdering<'_, (Patient,)>>::new;
        let name = Patient.name.asc();
        sql.is(
            all.order_by(none()).order_by(name),
            expect![[r#"select "patients"."id" from "patients" order by "patients"."name""#]],
        );
        sql.is(
            all.order_by(name).order_by(none()),
            expect![[r#"select "patients"."id" from "patients" order by "patients"."name""#]],
        );
        sql.is(
            all.order_by(none()).order_by(none()),
            expect![[r#"select "patients"."id" from "patients""#]],
        );
        sql.is(
            all.order_by((none(), name)),
            expect![[r#"select "patients"."id" from "patients" order by "patients"."name""#]],
        );
        sql.is(
            all.order_by((name, none(), Patient.id.desc())),
            expect![[r#"
                select "patients"."id"
                from "patients"
                order by "patients"."name", "patients"."id" desc"#]],
        );
        sql.is(
            all.order_by((none(), none())).limit(5),
            expect![[r#"select "patients"."id" from "patients" limit $1"#]],
        );
        sql.is(
            all.order_by(vec![none(), vec![name.boxed()], none()]),
            expect![[r#"select "patients"."id" from "patients" order by "patients"."name""#]],
        );
    }

    fn of_joined_tables(sql) {
        let orderings = vec![
            Patient.age.asc().boxed::<(MedicalOrder, Patient), _>(),
            MedicalOrder.id.desc().boxed(),
        ];
        sql.is(
            MedicalOrder
                .select()
                .left_join_on(MedicalOrder.patient_id)
                .order_by(orderings)
                .columns(MedicalOrder.id),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                left join "patients" on "medical_orders"."patient_id" = "patients"."id"
                order by "patients"."age", "medical_orders"."id" desc"#]],
        );
    }
}
