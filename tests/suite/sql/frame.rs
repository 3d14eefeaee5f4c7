//! Window functions with arguments, and frames.

use expect_test::expect;
use schema_core::expr::function::{
    cume_dist, current_row, first_value, following, lag, last_value, lead, nth_value, ntile,
    percent_rank, preceding, unbounded_following, unbounded_preceding,
};
use schema_core::prelude::*;

use crate::tables::MedicalOrder;

cases! {
    fn window_functions_with_arguments(sql) {
        let window = partition_by(MedicalOrder.status).order_by(MedicalOrder.id);
        sql.is(
            MedicalOrder.select().columns((
                ntile(4).over(window),
                percent_rank().over(window),
                cume_dist().over(window),
                lag(MedicalOrder.price).over(window),
                lag(MedicalOrder.price).offset(2).over(window),
                lag(MedicalOrder.price).default(0.0).over(window),
                lead(MedicalOrder.due).offset(MedicalOrder.priority).default(MedicalOrder.due).over(window),
            )),
            expect![[r#"
                select ntile($1::integer) over (partition by "medical_orders"."status"
                order by "medical_orders"."id"), percent_rank() over (partition by
                "medical_orders"."status"
                order by "medical_orders"."id"), cume_dist() over (partition by
                "medical_orders"."status"
                order by "medical_orders"."id"), lag("medical_orders"."price") over (partition
                by "medical_orders"."status"
                order by "medical_orders"."id"), lag("medical_orders"."price", $2::integer)
                over (partition by "medical_orders"."status"
                order by "medical_orders"."id"), lag("medical_orders"."price", 1, $3::double
                precision) over (partition by "medical_orders"."status"
                order by "medical_orders"."id"), lead("medical_orders"."due",
                "medical_orders"."priority", "medical_orders"."due") over (partition by
                "medical_orders"."status"
                order by "medical_orders"."id")
                from "medical_orders""#]],
        );
        sql.is(
            MedicalOrder.select().columns((
                first_value(MedicalOrder.price).over(window),
                last_value(MedicalOrder.due).over(window),
                nth_value(MedicalOrder.price, 2).over(window),
                MedicalOrder.price - lag(MedicalOrder.price).over(window),
            )),
            expect![[r#"
                select first_value("medical_orders"."price") over (partition by
                "medical_orders"."status"
                order by "medical_orders"."id"), last_value("medical_orders"."due") over
                (partition by "medical_orders"."status"
                order by "medical_orders"."id"), nth_value("medical_orders"."price",
                $1::integer) over (partition by "medical_orders"."status"
                order by "medical_orders"."id"), "medical_orders"."price" -
                lag("medical_orders"."price") over (partition by "medical_orders"."status"
                order by "medical_orders"."id")
                from "medical_orders""#]],
        );
        sql.is(
            MedicalOrder.select().group_by(MedicalOrder.status).columns((
                lag(count()).over(order_by(MedicalOrder.status)),
            )),
            expect![[r#"
                select lag(count(*)) over (order by "medical_orders"."status")
                from "medical_orders"
                group by "medical_orders"."status""#]],
        );
    }

    fn frames(sql) {
        let ordered = order_by(MedicalOrder.created_at);
        sql.is(
            MedicalOrder.select().columns((
                avg(MedicalOrder.price).over(ordered.rows_between(preceding(6), current_row())),
                count().over(ordered.rows_between(unbounded_preceding(), preceding(1_i64))),
                count().over(ordered.groups_between(current_row(), following(2))),
                count().over(ordered.range_between(preceding(Interval::from_days(7)), current_row())),
                count().over(ordered.range_between(unbounded_preceding(), unbounded_following())),
            )),
            expect![[r#"
                select avg("medical_orders"."price") over (order by
                "medical_orders"."created_at" rows between $1 preceding and current row),
                count(*) over (order by "medical_orders"."created_at" rows between unbounded
                preceding and $2 preceding), count(*) over (order by
                "medical_orders"."created_at" groups between current row and $3 following),
                count(*) over (order by "medical_orders"."created_at" range between
                $4::interval preceding and current row), count(*) over (order by
                "medical_orders"."created_at" range between unbounded preceding and unbounded
                following)
                from "medical_orders""#]],
        );
        let all = order_by(MedicalOrder.priority.desc())
            .range_between(preceding(2), unbounded_following());
        sql.is(
            MedicalOrder.select().columns((
                first_value(MedicalOrder.price).over(all.exclude_current_row()),
                first_value(MedicalOrder.price).over(all.exclude_group()),
                first_value(MedicalOrder.price).over(all.exclude_ties()),
                count().over(partition_by(MedicalOrder.status).rows_between(following(1), following(3))),
            )),
            expect![[r#"
                select first_value("medical_orders"."price") over (order by
                "medical_orders"."priority" desc range between $1::integer preceding and
                unbounded following exclude current row),
                first_value("medical_orders"."price") over (order by
                "medical_orders"."priority" desc range between $2::integer preceding and
                unbounded following exclude group), first_value("medical_orders"."price") over
                (order by "medical_orders"."priority" desc range between $3::integer preceding
                and unbounded following exclude ties), count(*) over (partition by
                "medical_orders"."status" rows between $4 following and $5 following)
                from "medical_orders""#]],
        );
    }
}
