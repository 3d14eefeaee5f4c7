//! Aggregates, `group by`, `having`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, Patient};

cases! {
    fn of_all_rows(sql) {
        let orders = MedicalOrder.select();
        sql.is(
            orders.columns(count()),
            expect![[r#"select count(*) from "medical_orders""#]],
        );
        sql.is(
            orders.columns((
                count_of(MedicalOrder.due),
                count_distinct(MedicalOrder.status),
            )),
            expect![[r#"
                select count("medical_orders"."due"), count(distinct
                "medical_orders"."status")
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns((min(MedicalOrder.due), max(MedicalOrder.created_at))),
            expect![[r#"
                select min("medical_orders"."due"), max("medical_orders"."created_at")
                from "medical_orders""#]],
        );
        sql.is(
            orders.filter(MedicalOrder.priority.gt(1)).columns(count()),
            expect![[
                r#"select count(*) from "medical_orders" where "medical_orders"."priority" > $1"#
            ]],
        );
    }

    fn sums_are_cast_to_the_type_of_the_result(sql) {
        sql.is(
            MedicalOrder.select().columns((
                sum(MedicalOrder.priority),
                sum(MedicalOrder.id),
                sum(MedicalOrder.price),
                avg(MedicalOrder.priority),
                avg(MedicalOrder.id),
                avg(MedicalOrder.price),
            )),
            expect![[r#"
                select sum("medical_orders"."priority"), sum("medical_orders"."id")::int8,
                sum("medical_orders"."price"), avg("medical_orders"."priority")::float8,
                avg("medical_orders"."id")::float8, avg("medical_orders"."price")
                from "medical_orders""#]],
        );
    }

    fn of_expressions(sql) {
        let orders = MedicalOrder.select();
        sql.is(
            orders.columns(sum(MedicalOrder.priority + 1)),
            expect![[r#"select sum("medical_orders"."priority" + $1) from "medical_orders""#]],
        );
        sql.is(
            orders.columns(sum(MedicalOrder.price) / 2.0 - 1.0),
            expect![[r#"select sum("medical_orders"."price") / $1 - $2 from "medical_orders""#]],
        );
        sql.is(
            orders.columns(count() * 2),
            expect![[r#"select count(*) * $1 from "medical_orders""#]],
        );
        sql.is(
            orders.columns(count_of(
                MedicalOrder.id.gt(1).or(MedicalOrder.priority.gt(1)),
            )),
            expect![[r#"
                select count("medical_orders"."id" > $1 or "medical_orders"."priority" > $2)
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns(max(MedicalOrder.price).gt(1.0).and(count().lt(3))),
            expect![[r#"
                select max("medical_orders"."price") > $1 and count(*) < $2
                from "medical_orders""#]],
        );
    }

    fn groups(sql) {
        let orders = MedicalOrder.select();
        sql.is(
            orders
                .group_by(MedicalOrder.status)
                .columns((MedicalOrder.status, count())),
            expect![[r#"
                select "medical_orders"."status", count(*)
                from "medical_orders"
                group by "medical_orders"."status""#]],
        );
        sql.is(
            orders
                .group_by((MedicalOrder.status, MedicalOrder.priority))
                .columns((MedicalOrder.priority + 1, avg(MedicalOrder.price))),
            expect![[r#"
                select "medical_orders"."priority" + $1, avg("medical_orders"."price")
                from "medical_orders"
                group by "medical_orders"."status", "medical_orders"."priority""#]],
        );
        sql.is(
            orders
                .inner_join_on(MedicalOrder.patient_id)
                .group_by((Patient.name, MedicalOrder.status))
                .columns((Patient.name, MedicalOrder.status, count())),
            expect![[r#"
                select "patients"."name", "medical_orders"."status", count(*)
                from "medical_orders"
                join "patients" on "medical_orders"."patient_id" = "patients"."id"
                group by "patients"."name", "medical_orders"."status""#]],
        );
    }

    fn groups_are_filtered_and_ordered(sql) {
        let groups = MedicalOrder.select().group_by(MedicalOrder.status);
        sql.is(
            groups.having(count().gt(3)).columns(MedicalOrder.status),
            expect![[r#"
                select "medical_orders"."status"
                from "medical_orders"
                group by "medical_orders"."status"
                having count(*) > $1"#]],
        );
        sql.is(
            groups
                .having(
                    count()
                        .gt(3)
                        .or(max(MedicalOrder.price).is_null())
                        .and(MedicalOrder.status.is_not_null()),
                )
                .columns(MedicalOrder.status),
            expect![[r#"
                select "medical_orders"."status"
                from "medical_orders"
                group by "medical_orders"."status"
                having (count(*) > $1 or max("medical_orders"."price") is null) and
                "medical_orders"."status" is not null"#]],
        );
        sql.is(
            groups
                .having(count().gt(3).or(max(MedicalOrder.price).is_null()))
                .having(MedicalOrder.status.is_not_null())
                .having(Some(min(MedicalOrder.id).lt(9)))
                .columns(MedicalOrder.status),
            expect![[r#"
                select "medical_orders"."status"
                from "medical_orders"
                group by "medical_orders"."status"
                having (count(*) > $1 or max("medical_orders"."price") is null) and
                "medical_orders"."status" is not null and min("medical_orders"."id") < $2"#]],
        );
        sql.is(
            groups
                .filter(MedicalOrder.priority.gt(1))
                .order_by((count().desc(), MedicalOrder.status.asc()))
                .limit(3)
                .columns((MedicalOrder.status, count())),
            expect![[r#"
                select "medical_orders"."status", count(*)
                from "medical_orders"
                where "medical_orders"."priority" > $1
                group by "medical_orders"."status"
                order by count(*) desc, "medical_orders"."status"
                limit $2"#]],
        );
    }
}
