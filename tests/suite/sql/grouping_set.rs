//! `rollup`, `cube`, `grouping sets`, `grouping`.

use expect_test::expect;
use schema_core::expr::{cube, grouping, grouping_sets, rollup};
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, Patient};

cases! {
    fn rollups_and_cubes(sql) {
        let orders = MedicalOrder.select();
        sql.is(
            orders
                .group_by(rollup((MedicalOrder.status, MedicalOrder.priority)))
                .having(grouping(MedicalOrder.status).eq(0))
                .order_by((MedicalOrder.status.asc().nulls_first(), count().desc()))
                .columns((MedicalOrder.status, MedicalOrder.priority, count())),
            expect![[r#"
                select "medical_orders"."status", "medical_orders"."priority", count(*)
                from "medical_orders"
                group by rollup ("medical_orders"."status", "medical_orders"."priority")
                having grouping("medical_orders"."status") = $1
                order by "medical_orders"."status" nulls first, count(*) desc"#]],
        );
        sql.is(
            orders
                .inner_join_on(MedicalOrder.patient_id)
                .group_by((Patient.name, cube((MedicalOrder.status, MedicalOrder.priority))))
                .columns((
                    Patient.name,
                    MedicalOrder.status,
                    grouping((MedicalOrder.status, MedicalOrder.priority, Patient.name)) + 1,
                    sum(MedicalOrder.price).filter(MedicalOrder.due.is_null()),
                )),
            expect![[r#"
                select "patients"."name", "medical_orders"."status",
                grouping("medical_orders"."status", "medical_orders"."priority",
                "patients"."name") + $1, sum("medical_orders"."price") filter (where
                "medical_orders"."due" is null)
                from "medical_orders"
                join "patients" on "medical_orders"."patient_id" = "patients"."id"
                group by "patients"."name", cube ("medical_orders"."status",
                "medical_orders"."priority")"#]],
        );
        let ten = param!(10);
        let tens = MedicalOrder.priority / ten;
        sql.is(
            orders
                .group_by(rollup((tens, MedicalOrder.status)))
                .columns((grouped(tens), MedicalOrder.status, grouping((tens, MedicalOrder.status)))),
            expect![[r#"
                select "medical_orders"."priority" / $1, "medical_orders"."status",
                grouping("medical_orders"."priority" / $1, "medical_orders"."status")
                from "medical_orders"
                group by rollup ("medical_orders"."priority" / $1, "medical_orders"."status")"#]],
        );
    }

    fn sets(sql) {
        let sets = grouping_sets(
            (MedicalOrder.status, MedicalOrder.priority),
            ((MedicalOrder.status, MedicalOrder.priority), MedicalOrder.priority, ()),
        );
        sql.is(
            MedicalOrder
                .select()
                .group_by(sets)
                .columns((MedicalOrder.status, MedicalOrder.priority, count())),
            expect![[r#"
                select "medical_orders"."status", "medical_orders"."priority", count(*)
                from "medical_orders"
                group by grouping sets (("medical_orders"."status",
                "medical_orders"."priority"), ("medical_orders"."priority"), ())"#]],
        );
        sql.is(
            MedicalOrder
                .select()
                .group_by((MedicalOrder.due, rollup(MedicalOrder.status), grouping_sets(MedicalOrder.priority, (MedicalOrder.priority, ()))))
                .columns((MedicalOrder.due, MedicalOrder.priority, grouping(MedicalOrder.priority))),
            expect![[r#"
                select "medical_orders"."due", "medical_orders"."priority",
                grouping("medical_orders"."priority")
                from "medical_orders"
                group by "medical_orders"."due", rollup ("medical_orders"."status"), grouping
                sets (("medical_orders"."priority"), ())"#]],
        );
    }
}
