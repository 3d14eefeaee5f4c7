//! Modifiers of aggregates, and the aggregates that collect, measure and order.

use expect_test::expect;
use schema_core::expr::function::{
    any_value, array_agg, array_agg_with_nulls, bit_and, bit_or, bit_xor, bool_and, bool_or, corr,
    covar_pop, covar_samp, cume_dist_of, dense_rank_of, every, mode, percent_rank_of,
    percentile_cont, percentile_disc, rank_of, regr_avgx, regr_avgy, regr_count, regr_intercept,
    regr_r2, regr_slope, regr_sxx, regr_sxy, regr_syy, stddev, stddev_pop, stddev_samp, string_agg,
    var_pop, var_samp, variance,
};
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, Note, OrderStatus, Patient};

sql_function! {
    aggregate fn max_name(text: Option<String>) -> Option<String> = "max";
}

cases! {
    fn modifiers_in_any_order(sql) {
        let orders = MedicalOrder.select();
        sql.is(
            orders.columns((
                sum(MedicalOrder.price).distinct(),
                sum(MedicalOrder.priority).filter(MedicalOrder.price.gt(1.0)),
                avg(MedicalOrder.priority).distinct().filter(MedicalOrder.price.gt(2.0)),
            )),
            expect![[r#"
                select sum(distinct "medical_orders"."price"),
                sum("medical_orders"."priority") filter (where "medical_orders"."price" > $1),
                avg(distinct "medical_orders"."priority") filter (where
                "medical_orders"."price" > $2)::float8
                from "medical_orders""#]],
        );
        sql.is(
            orders.columns((
                avg(MedicalOrder.priority).filter(MedicalOrder.price.gt(2.0)).distinct(),
                avg(MedicalOrder.priority)
                    .filter(MedicalOrder.price.gt(2.0).or(MedicalOrder.due.is_null()))
                    .filter(Some(MedicalOrder.id.gt(3))),
                count_distinct(MedicalOrder.status).filter(MedicalOrder.id.gt(3)),
                count().filter(MedicalOrder.status.eq(OrderStatus::Paid)),
                count().filter(MedicalOrder.id.gt(3)).filter(MedicalOrder.id.lt(9)),
            )),
            expect![[r#"
                select avg(distinct "medical_orders"."priority") filter (where
                "medical_orders"."price" > $1)::float8, avg("medical_orders"."priority")
                filter (where ("medical_orders"."price" > $2 or "medical_orders"."due" is
                null) and "medical_orders"."id" > $3)::float8, count(distinct
                "medical_orders"."status") filter (where "medical_orders"."id" > $4), count(*)
                filter (where "medical_orders"."status" = $5), count(*) filter (where
                "medical_orders"."id" > $6 and "medical_orders"."id" < $7)
                from "medical_orders""#]],
        );
        sql.is(
            orders.filter(MedicalOrder.id.gt(1)).columns(
                array_agg(MedicalOrder.id + 1)
                    .order_by((MedicalOrder.price.desc(), MedicalOrder.id))
                    .filter(MedicalOrder.id.lt(9)),
            ),
            expect![[r#"
                select array_agg("medical_orders"."id" + $1
                order by "medical_orders"."price" desc, "medical_orders"."id") filter (where
                "medical_orders"."id" < $2)
                from "medical_orders"
                where "medical_orders"."id" > $3"#]],
        );
        sql.is(
            Patient.select().columns((
                string_agg(Patient.name, ",").distinct().order_by(Patient.name.desc()),
                string_agg(Patient.name, ",").order_by(Patient.name).distinct(),
                array_agg(Patient.name).distinct().order_by(Patient.name.asc().nulls_first()),
                max_name(Patient.name).distinct(),
                max_name(Patient.name).filter(Patient.active),
            )),
            expect![[r#"
                select string_agg(distinct "patients"."name", $1::text
                order by "patients"."name" desc), string_agg(distinct "patients"."name",
                $2::text
                order by "patients"."name"), array_agg(distinct "patients"."name"
                order by "patients"."name" nulls first), max(distinct "patients"."name"),
                max("patients"."name") filter (where "patients"."active")
                from "patients""#]],
        );
    }

    fn an_empty_list_of_orderings(sql) {
        let none: Vec<BoxedOrdering<'_, (Patient,)>> = Vec::new();
        let some = vec![Patient.id.desc().boxed::<(Patient,), _>()];
        sql.is(
            Patient.select().columns((
                string_agg(Patient.name, ",").order_by(none.clone()),
                string_agg(Patient.name, ",").order_by(some),
            )),
            expect![[r#"
                select string_agg("patients"."name", $1::text), string_agg("patients"."name",
                $2::text
                order by "patients"."id" desc)
                from "patients""#]],
        );
        sql.is(
            Patient.select().columns((
                count().over(order_by(none.clone())),
                count().over(partition_by(Patient.age).order_by(none)),
            )),
            expect![[r#"
                select count(*) over (), count(*) over (partition by "patients"."age")
                from "patients""#]],
        );
    }

    fn modifiers_with_windows_and_groups(sql) {
        let filtered = count().filter(MedicalOrder.price.gt(1.0));
        sql.is(
            MedicalOrder
                .select()
                .group_by(MedicalOrder.status)
                .having(filtered.gt(2))
                .order_by(sum(MedicalOrder.price).filter(MedicalOrder.due.is_null()).desc())
                .columns((MedicalOrder.status, filtered)),
            expect![[r#"
                select "medical_orders"."status", count(*) filter (where
                "medical_orders"."price" > $1)
                from "medical_orders"
                group by "medical_orders"."status"
                having count(*) filter (where "medical_orders"."price" > $2) > $3
                order by sum("medical_orders"."price") filter (where "medical_orders"."due" is
                null) desc"#]],
        );
        let window = partition_by(MedicalOrder.status);
        sql.is(
            MedicalOrder.select().columns((
                avg(MedicalOrder.priority).over(window),
                avg(MedicalOrder.priority).filter(MedicalOrder.id.gt(1)).over(window),
                avg(MedicalOrder.priority).over(window).filter(MedicalOrder.id.gt(1)),
                count().filter(MedicalOrder.id.gt(1)).over(window),
                count().over(window).filter(MedicalOrder.id.gt(1)),
            )),
            expect![[r#"
                select avg("medical_orders"."priority") over (partition by
                "medical_orders"."status")::float8, avg("medical_orders"."priority") filter
                (where "medical_orders"."id" > $1) over (partition by
                "medical_orders"."status")::float8, avg("medical_orders"."priority") filter
                (where "medical_orders"."id" > $2) over (partition by
                "medical_orders"."status")::float8, count(*) filter (where
                "medical_orders"."id" > $3) over (partition by "medical_orders"."status"),
                count(*) filter (where "medical_orders"."id" > $4) over (partition by
                "medical_orders"."status")
                from "medical_orders""#]],
        );
    }

    fn values_are_collected(sql) {
        sql.is(
            Patient.select().columns((
                array_agg(Patient.name),
                array_agg_with_nulls(Patient.age),
                array_agg(Patient.age.assume_not_null()).filter(Patient.age.is_not_null()),
                string_agg(Patient.name, ", "),
                any_value(Patient.age),
                bool_and(Patient.active),
                bool_or(Patient.age.gt(3)),
                every(Patient.active),
            )),
            expect![[r#"
                select array_agg("patients"."name"), array_agg("patients"."age"),
                array_agg("patients"."age") filter (where "patients"."age" is not null),
                string_agg("patients"."name", $1::text), any_value("patients"."age"),
                bool_and("patients"."active"), bool_or("patients"."age" > $2),
                every("patients"."active")
                from "patients""#]],
        );
        sql.is(
            Note.select().columns((bit_and(Note.id), bit_or(Note.bits), bit_xor(Note.id))),
            expect![[r#"
                select bit_and("notes"."id"), bit_or("notes"."bits"), bit_xor("notes"."id")
                from "notes""#]],
        );
    }

    fn statistics(sql) {
        let (y, x) = (MedicalOrder.price, MedicalOrder.priority);
        sql.is(
            MedicalOrder.select().columns((
                corr(y, x), covar_pop(y, x), covar_samp(y, x), regr_avgx(y, x), regr_avgy(y, x),
                regr_count(y, x), regr_intercept(y, x), regr_r2(y, x), regr_slope(y, x),
                regr_sxx(y, x), regr_sxy(y, x), regr_syy(y, x),
            )),
            expect![[r#"
                select corr("medical_orders"."price", "medical_orders"."priority"),
                covar_pop("medical_orders"."price", "medical_orders"."priority"),
                covar_samp("medical_orders"."price", "medical_orders"."priority"),
                regr_avgx("medical_orders"."price", "medical_orders"."priority"),
                regr_avgy("medical_orders"."price", "medical_orders"."priority"),
                regr_count("medical_orders"."price", "medical_orders"."priority"),
                regr_intercept("medical_orders"."price", "medical_orders"."priority"),
                regr_r2("medical_orders"."price", "medical_orders"."priority"),
                regr_slope("medical_orders"."price", "medical_orders"."priority"),
                regr_sxx("medical_orders"."price", "medical_orders"."priority"),
                regr_sxy("medical_orders"."price", "medical_orders"."priority"),
                regr_syy("medical_orders"."price", "medical_orders"."priority")
                from "medical_orders""#]],
        );
        sql.is(
            MedicalOrder.select().columns((
                stddev(y), stddev_pop(x), stddev_samp(x), var_pop(y), var_samp(x), variance(y),
                variance(x).distinct().filter(y.gt(1.0)),
            )),
            expect![[r#"
                select stddev("medical_orders"."price"),
                stddev_pop("medical_orders"."priority")::float8,
                stddev_samp("medical_orders"."priority")::float8,
                var_pop("medical_orders"."price"),
                var_samp("medical_orders"."priority")::float8,
                variance("medical_orders"."price"), variance(distinct
                "medical_orders"."priority") filter (where "medical_orders"."price" >
                $1)::float8
                from "medical_orders""#]],
        );
    }

    fn ordered_sets(sql) {
        sql.is(
            MedicalOrder.select().columns((
                percentile_cont(0.5).within_group(MedicalOrder.price),
                percentile_cont([0.25, 0.75]).within_group(MedicalOrder.priority.desc()),
                percentile_disc(0.5).within_group(MedicalOrder.due),
                percentile_disc(vec![0.1]).within_group(MedicalOrder.due),
                mode().within_group(MedicalOrder.status).filter(MedicalOrder.id.gt(3)),
            )),
            expect![[r#"
                select percentile_cont($1::double precision) within group (order by
                "medical_orders"."price"), percentile_cont($2::double precision[]) within
                group (order by "medical_orders"."priority" desc), percentile_disc($3::double
                precision) within group (order by "medical_orders"."due"),
                percentile_disc($4::double precision[]) within group (order by
                "medical_orders"."due"), mode() within group (order by
                "medical_orders"."status") filter (where "medical_orders"."id" > $5)
                from "medical_orders""#]],
        );
        sql.is(
            MedicalOrder.select().group_by(MedicalOrder.status).columns((
                MedicalOrder.status,
                rank_of(2.5).within_group(MedicalOrder.price.desc()),
                dense_rank_of(2.5).within_group(MedicalOrder.price),
                percent_rank_of(7).within_group(MedicalOrder.priority),
                cume_dist_of(7).within_group(MedicalOrder.priority).filter(MedicalOrder.id.gt(3)),
            )),
            expect![[r#"
                select "medical_orders"."status", rank($1::double precision) within group
                (order by "medical_orders"."price" desc), dense_rank($2::double precision)
                within group (order by "medical_orders"."price"), percent_rank($3::integer)
                within group (order by "medical_orders"."priority"), cume_dist($4::integer)
                within group (order by "medical_orders"."priority") filter (where
                "medical_orders"."id" > $5)
                from "medical_orders"
                group by "medical_orders"."status""#]],
        );
    }
}
