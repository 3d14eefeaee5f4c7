//! Functions declared by `sql_function!`, and windows.

use expect_test::expect;
use schema_core::expr::function::{current_row, lag, preceding};
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, Patient};

sql_function! {
    fn lower(text: String) -> String;
    fn concat_ws(separator: String, first: Option<String>, second: Option<String>) -> String;
    fn shout(text: String) -> String = "pg_catalog.upper";
    aggregate fn string_agg(text: String, separator: String) -> Option<String>;
    window fn ntile(buckets: i32) -> i32;
}

cases! {
    // The total next to each row. Issue 12, acceptance 6.
    fn the_window_of_all_rows(sql) {
        sql.is(
            Patient.select().columns((Patient.name, count().over(()), row_number().over(()))),
            expect![[r#"
                select "patients"."name", count(*) over (), row_number() over ()
                from "patients""#]],
        );
    }

    fn declared_functions(sql) {
        sql.is(
            Patient
                .select()
                .filter(lower(Patient.name).eq(lower("X")))
                .order_by(shout(Patient.name).desc())
                .columns(concat_ws("-", Patient.name, None::<&str>)),
            expect![[r#"
                select concat_ws($1::text, "patients"."name", $2::text)
                from "patients"
                where lower("patients"."name") = lower($3::text)
                order by pg_catalog.upper("patients"."name") desc"#]],
        );
        sql.is(
            Patient
                .select()
                .group_by(lower(Patient.name))
                .columns((grouped(lower(Patient.name)), string_agg(Patient.email, ","))),
            expect![[r#"
                select lower("patients"."name"), string_agg("patients"."email", $1::text)
                from "patients"
                group by lower("patients"."name")"#]],
        );
    }

    fn window_functions(sql) {
        let window = partition_by((MedicalOrder.patient_id, MedicalOrder.status))
            .order_by((MedicalOrder.price.desc().nulls_last(), MedicalOrder.id));
        sql.is(
            MedicalOrder.select().columns((
                row_number().over(window),
                ntile(4).over(partition_by(MedicalOrder.status)),
                rank().over(order_by(MedicalOrder.price)),
                dense_rank().over(window) + 1,
            )),
            expect![[r#"
                select row_number() over (partition by "medical_orders"."patient_id",
                "medical_orders"."status"
                order by "medical_orders"."price" desc nulls last, "medical_orders"."id"),
                ntile($1::integer) over (partition by "medical_orders"."status"), rank() over
                (order by "medical_orders"."price"), dense_rank() over (partition by
                "medical_orders"."patient_id", "medical_orders"."status"
                order by "medical_orders"."price" desc nulls last, "medical_orders"."id") + $2
                from "medical_orders""#]],
        );
    }

    fn aggregates_over_windows(sql) {
        sql.is(
            MedicalOrder
                .select()
                .order_by(
                    sum(MedicalOrder.price)
                        .over(order_by(MedicalOrder.id))
                        .asc(),
                )
                .columns((
                    count().over(partition_by(MedicalOrder.patient_id)),
                    avg(MedicalOrder.price).over(partition_by(MedicalOrder.patient_id)),
                )),
            expect![[r#"
                select count(*) over (partition by "medical_orders"."patient_id"),
                avg("medical_orders"."price") over (partition by
                "medical_orders"."patient_id")
                from "medical_orders"
                order by sum("medical_orders"."price") over (order by "medical_orders"."id")"#]],
        );
        sql.is(
            MedicalOrder
                .select()
                .group_by(MedicalOrder.patient_id)
                .columns((
                    MedicalOrder.patient_id,
                    rank().over(order_by(count().desc())),
                )),
            expect![[r#"
                select "medical_orders"."patient_id", rank() over (order by count(*) desc)
                from "medical_orders"
                group by "medical_orders"."patient_id""#]],
        );
    }

    fn windows_over_groups(sql) {
        let orders = MedicalOrder.select().group_by(MedicalOrder.status);
        sql.is(
            orders.columns((
                MedicalOrder.status,
                sum(MedicalOrder.price),
                sum(MedicalOrder.price) / sum(sum(MedicalOrder.price)).over(()),
                sum(count()).over(order_by(MedicalOrder.status)),
                lag(count()).over(order_by(count().desc())),
            )),
            expect![[r#"
                select "medical_orders"."status", sum("medical_orders"."price"),
                sum("medical_orders"."price") / sum(sum("medical_orders"."price")) over (),
                sum(count(*)) over (order by "medical_orders"."status")::int8, lag(count(*))
                over (order by count(*) desc)
                from "medical_orders"
                group by "medical_orders"."status""#]],
        );
        sql.is(
            orders
                .order_by(rank().over(order_by(max(MedicalOrder.price))))
                .columns((
                    count_of(MedicalOrder.due).filter(MedicalOrder.id.gt(7)),
                    avg(count()).over(order_by(MedicalOrder.status).rows_between(preceding(2), current_row())),
                )),
            expect![[r#"
                select count("medical_orders"."due") filter (where "medical_orders"."id" >
                $1), avg(count(*)) over (order by "medical_orders"."status" rows between $2
                preceding and current row)::float8
                from "medical_orders"
                group by "medical_orders"."status"
                order by rank() over (order by max("medical_orders"."price"))"#]],
        );
    }

    fn partitions_of_groups(sql) {
        let tens = MedicalOrder.patient_id / param!(10);
        sql.is(
            MedicalOrder.select().group_by((tens, MedicalOrder.status)).columns((
                rank().over(partition_by(count()).order_by(grouped(tens))),
                max(max(MedicalOrder.price)).over(partition_by(grouped(tens))),
                row_number().over(partition_by((MedicalOrder.status, min(MedicalOrder.id)))),
            )),
            expect![[r#"
                select rank() over (partition by count(*)
                order by "medical_orders"."patient_id" / $1),
                max(max("medical_orders"."price")) over (partition by
                "medical_orders"."patient_id" / $1), row_number() over (partition by
                "medical_orders"."status", min("medical_orders"."id"))
                from "medical_orders"
                group by "medical_orders"."patient_id" / $1, "medical_orders"."status""#]],
        );
    }

    // Without groups, all rows are one.
    fn a_window_over_the_only_group(sql) {
        sql.is(
            MedicalOrder.select().columns((count(), sum(count()).over(()))),
            expect![[r#"select count(*), sum(count(*)) over ()::int8 from "medical_orders""#]],
        );
    }
}
