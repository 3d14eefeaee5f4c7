//! Shapes of the lists of other libraries: aggregates, windows, `case`. See [`shape_select`](crate::shape_select).

use expect_test::expect;
use schema_core::expr::function::{
    coalesce, json_agg, jsonb_build_object, percentile_cont, string_agg,
};
use schema_core::expr::literal;
use schema_core::prelude::*;

use crate::tables::{Employee, MedicalOrder, OrderStatus, Patient};

#[derive(Selectable)]
struct Best {
    name: String,
    best: Option<i32>,
}

cases! {
    fn aggregates(sql) {
        // drizzle: select count() · aggregate function: count · $count separate · $count separate reuse · $count separate with filters · select count w/ custom mapper
        // kysely: `select count(*) from t` · `select count(t.*) from t join u …`
        sql.is(Patient.select().filter(Patient.active).columns(count()), expect![[r#"select count(*) from "patients" where "patients"."active""#]]);
        // drizzle: aggregate function: sum · aggregate function: avg · aggregate function: max · aggregate function: min
        // kysely: `select f(a), f(t.a) from t`, f = avg, count, max, min, sum
        sql.is(
            MedicalOrder.select().columns((
                avg(MedicalOrder.price),
                count_of(MedicalOrder.due),
                max(MedicalOrder.price),
                min(MedicalOrder.price),
                sum(MedicalOrder.priority),
            )),
            expect![[r#"
                select avg("medical_orders"."price"), count("medical_orders"."due"),
                max("medical_orders"."price"), min("medical_orders"."price"),
                sum("medical_orders"."priority")
                from "medical_orders""#]],
        );
        // kysely: `select f(distinct a) from t`
        sql.is(
            MedicalOrder.select().columns((
                count_distinct(MedicalOrder.status),
                sum(MedicalOrder.priority).distinct(),
                avg(MedicalOrder.priority).distinct(),
            )),
            expect![[r#"
                select count(distinct "medical_orders"."status"), sum(distinct
                "medical_orders"."priority"), avg(distinct
                "medical_orders"."priority")::float8
                from "medical_orders""#]],
        );
        // kysely: `select f(a) filter(where b = $1)`
        sql.is(
            MedicalOrder.select().columns(sum(MedicalOrder.price).filter(MedicalOrder.status.eq(OrderStatus::Paid))),
            expect![[r#"
                select sum("medical_orders"."price") filter (where "medical_orders"."status" =
                $1)
                from "medical_orders""#]],
        );
        // kysely: `f(a) filter(where b = $1 and c is not null)`
        sql.is(
            MedicalOrder
                .select()
                .columns(sum(MedicalOrder.price).filter(MedicalOrder.id.gt(1).and(MedicalOrder.due.is_not_null()))),
            expect![[r#"
                select sum("medical_orders"."price") filter (where "medical_orders"."id" > $1
                and "medical_orders"."due" is not null)
                from "medical_orders""#]],
        );
        // kysely: `f(a) filter(where b = $1 or c is not null)`
        sql.is(
            MedicalOrder
                .select()
                .columns(sum(MedicalOrder.price).filter(MedicalOrder.id.gt(1).or(MedicalOrder.due.is_not_null()))),
            expect![[r#"
                select sum("medical_orders"."price") filter (where "medical_orders"."id" > $1
                or "medical_orders"."due" is not null)
                from "medical_orders""#]],
        );
        // kysely: `count(*) filter(where a = $1)`
        sql.is(Patient.select().columns(count().filter(Patient.active)), expect![[r#"select count(*) filter (where "patients"."active") from "patients""#]]);
        // kysely: `f(a, ',' order by a desc)`
        sql.is(Patient.select().columns(string_agg(Patient.name, ",").order_by(Patient.name.desc())), expect![[r#"
            select string_agg("patients"."name", $1::text
            order by "patients"."name" desc)
            from "patients""#]]);
        // kysely: `string_agg(distinct a, ',')`
        sql.is(Patient.select().columns(string_agg(Patient.name, ",").distinct()), expect![[r#"select string_agg(distinct "patients"."name", $1::text) from "patients""#]]);
        // kysely: `percentile_cont(0.5) within group (order by a)`
        sql.is(MedicalOrder.select().columns(percentile_cont(0.5).within_group(MedicalOrder.price)), expect![[r#"
            select percentile_cont($1::double precision) within group (order by
            "medical_orders"."price")
            from "medical_orders""#]]);
        // kysely: `count(case when a = $1 then 1 end)`
        sql.is(Patient.select().columns(count_of(case_when(Patient.name.eq("Ana"), 1))), expect![[r#"
            select count(case when "patients"."name" = $1 then $2::integer end)
            from "patients""#]]);
        // kysely: `sum(case when a = $1 then 1 else 0 end)`
        sql.is(Patient.select().columns(sum(case_when(Patient.name.eq("Ana"), 1).otherwise(0))), expect![[r#"
            select sum(case when "patients"."name" = $1 then $2::integer else $3::integer
            end)
            from "patients""#]]);
        // kysely: `json_agg(t)` · `json_agg(t order by t.a desc)` · `to_json(t)`
        sql.is(
            Patient
                .select()
                .columns(json_agg(jsonb_build_object((("id", Patient.id), ("name", Patient.name)))).order_by(Patient.name.desc())),
            expect![[r#"
                select json_agg(jsonb_build_object($1::text, "patients"."id", $2::text,
                "patients"."name")
                order by "patients"."name" desc)
                from "patients""#]],
        );
    }

    fn windows(sql) {
        // kysely: `f(a) over()` · `count(*) over()` · `rank() over()`
        sql.is(
            MedicalOrder.select().columns((sum(MedicalOrder.price).over(()), count().over(()), rank().over(()))),
            expect![[r#"
                select sum("medical_orders"."price") over (), count(*) over (), rank() over ()
                from "medical_orders""#]],
        );
        // kysely: `f(a) over(partition by b)`
        // sea-query: `max(a) over (partition by b)`
        sql.is(
            MedicalOrder.select().columns(max(MedicalOrder.price).over(partition_by(MedicalOrder.status))),
            expect![[r#"
                select max("medical_orders"."price") over (partition by
                "medical_orders"."status")
                from "medical_orders""#]],
        );
        // kysely: `f(a) over(order by b asc, c desc)`
        sql.is(
            MedicalOrder
                .select()
                .columns(sum(MedicalOrder.price).over(order_by((MedicalOrder.status, MedicalOrder.id.desc())))),
            expect![[r#"
                select sum("medical_orders"."price") over (order by "medical_orders"."status",
                "medical_orders"."id" desc)
                from "medical_orders""#]],
        );
        // kysely: `f(a) over(partition by b order by c asc, d desc)`
        sql.is(
            MedicalOrder.select().columns(
                sum(MedicalOrder.price)
                    .over(partition_by(MedicalOrder.status).order_by((MedicalOrder.due, MedicalOrder.id.desc()))),
            ),
            expect![[r#"
                select sum("medical_orders"."price") over (partition by
                "medical_orders"."status"
                order by "medical_orders"."due", "medical_orders"."id" desc)
                from "medical_orders""#]],
        );
        // kysely: `f(a) filter(where b = $1) over()`
        sql.is(
            MedicalOrder.select().columns(sum(MedicalOrder.price).filter(MedicalOrder.id.gt(1)).over(())),
            expect![[r#"
                select sum("medical_orders"."price") filter (where "medical_orders"."id" > $1)
                over ()
                from "medical_orders""#]],
        );
        // sea-query: `max(a) over w from t window w as (partition by b)`
        let w = partition_by(MedicalOrder.patient_id);
        sql.is(
            MedicalOrder.select().columns((max(MedicalOrder.price).over(w), min(MedicalOrder.price).over(w))),
            expect![[r#"
                select max("medical_orders"."price") over (partition by
                "medical_orders"."patient_id"), min("medical_orders"."price") over (partition
                by "medical_orders"."patient_id")
                from "medical_orders""#]],
        );
    }

    fn groups(sql) {
        // drizzle: select with group by as field · mySchema :: select with group by as field
        // kysely: `select a, max(b) from t group by a order by a` · `group by alias` · `group by t.a`
        // sea-query: `select a, max(b) from t group by a`
        sql.is(
            Patient.select().group_by(Patient.active).order_by(Patient.active).columns((Patient.active, max(Patient.name))),
            expect![[r#"
                select "patients"."active", max("patients"."name")
                from "patients"
                group by "patients"."active"
                order by "patients"."active""#]],
        );
        // drizzle: select with group by as sql + column · select with group by as column + sql · mySchema :: select with group by as column + sql · select with group by complex query
        // kysely: `group by a, b`
        // sea-query: `having a > 2` · `select a, b, max(c) from t group by t.a, t.b having b > 2`
        sql.is(
            Patient
                .select()
                .group_by((Patient.active, Patient.age))
                .having(Patient.age.gt(2))
                .columns((Patient.active, Patient.age, max(Patient.name))),
            expect![[r#"
                select "patients"."active", "patients"."age", max("patients"."name")
                from "patients"
                group by "patients"."active", "patients"."age"
                having "patients"."age" > $1"#]],
        );
        // drizzle: select with group by as sql
        sql.is(
            Patient.select().group_by(schema_core::expr::function::lower(Patient.name)).columns(count()),
            expect![[r#"select count(*) from "patients" group by lower("patients"."name")"#]],
        );
        // kysely: `group by (select a from u where t.id = u.t_id)`
        let own = MedicalOrder
            .select()
            .correlate(Patient)
            .filter(MedicalOrder.patient_id.eq(Patient.id))
            .columns(max(MedicalOrder.priority));
        let best = Patient.select().columns(SelectBest { name: Patient.name, best: scalar(own) }).as_table();
        sql.is(best.select().group_by(best.best).columns(max(best.name)), expect![[r#"
            select max("Best"."name")
            from (select "patients"."name", (select max("medical_orders"."priority")
            from "medical_orders"
            where "medical_orders"."patient_id" = "patients"."id")
            from "patients") as "Best" ("name", "best")
            group by "Best"."best""#]]);
        // drizzle: having
        // kysely: `having count(u.id) > $1` · `having f(a) >= $1`
        sql.is(
            MedicalOrder
                .select()
                .inner_join_on(MedicalOrder.patient_id)
                .group_by(Patient.id)
                .having(count_of(MedicalOrder.id).gt(3))
                .columns((Patient.id, count_of(MedicalOrder.id))),
            expect![[r#"
                select "patients"."id", count("medical_orders"."id")
                from "medical_orders"
                join "patients" on "medical_orders"."patient_id" = "patients"."id"
                group by "patients"."id"
                having count("medical_orders"."id") > $1"#]],
        );
        // kysely: `having (a in (…) or b < $4) and not exists (select …)`
        // sea-query: `having a > 2 or a < 8 or (a > 12 and a < 18) or a > 32`
        sql.is(
            Patient
                .select()
                .group_by(Patient.age)
                .having(
                    Patient
                        .age
                        .gt(2)
                        .or(Patient.age.lt(8))
                        .or(Patient.age.gt(12).and(Patient.age.lt(18)))
                        .and(exists(Employee.select()).not()),
                )
                .columns((Patient.age, max(Patient.name))),
            expect![[r#"
                select "patients"."age", max("patients"."name")
                from "patients"
                group by "patients"."age"
                having ("patients"."age" > $1 or "patients"."age" < $2 or "patients"."age" >
                $3 and "patients"."age" < $4) and not exists (select 1
                from "employees")"#]],
        );
        // kysely: `group by a order by f(a) desc`
        sql.is(
            Patient.select().group_by(Patient.age).order_by(max(Patient.name).desc()).columns(Patient.age),
            expect![[r#"
                select "patients"."age"
                from "patients"
                group by "patients"."age"
                order by max("patients"."name") desc"#]],
        );
    }

    fn cases(sql) {
        // kysely: `case when a = $1 then $2 end`
        sql.is(Patient.select().columns(case_when(Patient.active, "Mr.")), expect![[r#"select case when "patients"."active" then $1::text end from "patients""#]]);
        // kysely: `case when a = $1 then b end`
        sql.is(Patient.select().columns(case_when(Patient.active, Patient.name)), expect![[r#"
            select case when "patients"."active" then "patients"."name" end
            from "patients""#]]);
        // kysely: `case a when $1 then $2 end`
        sql.is(MedicalOrder.select().columns(case(MedicalOrder.status).when(OrderStatus::Paid, "yes")), expect![[r#"
            select case "medical_orders"."status" when $1 then $2::text end
            from "medical_orders""#]]);
        // kysely: `case when … then 'Mr.' when … then 'Mrs.' end`
        sql.is(
            Patient.select().columns(case_when(Patient.active, literal("Mr.")).when(Patient.age.gt(3), literal("Mrs."))),
            expect![[r#"
                select case when "patients"."active" then 'Mr.'::text when "patients"."age" >
                $1 then 'Mrs.'::text end
                from "patients""#]],
        );
        // kysely: `case a when 'x' then 'y' when 'z' then 'w' end`
        sql.is(
            MedicalOrder
                .select()
                .columns(case(MedicalOrder.status).when(OrderStatus::Paid, 1).when(OrderStatus::Pending, 2)),
            expect![[r#"
                select case "medical_orders"."status" when $1 then $2::integer when $3 then
                $4::integer end
                from "medical_orders""#]],
        );
        // kysely: `case when … when … else null end`
        sql.is(
            Patient.select().columns(case_when(Patient.active, "a").when(Patient.age.gt(3), "b").otherwise(null())),
            expect![[r#"
                select case when "patients"."active" then $1::text when "patients"."age" > $2
                then $3::text else null end
                from "patients""#]],
        );
        // kysely: `case a when … then case when … then … else … end end`
        sql.is(
            MedicalOrder.select().columns(
                case(MedicalOrder.status)
                    .when(OrderStatus::Paid, "a")
                    .when(OrderStatus::Pending, case_when(MedicalOrder.due.is_null(), "b").otherwise("c")),
            ),
            expect![[r#"
                select case "medical_orders"."status" when $1 then $2::text when $3 then case
                when "medical_orders"."due" is null then $4::text else $5::text end end
                from "medical_orders""#]],
        );
        // kysely: `case when a = b then $1 else $2 end`
        // sea-query: `case when a > 0 then 'positive' when a < 0 then 'negative' else 'zero' end`
        sql.is(
            Patient.select().columns(
                case_when(Patient.age.gt(0), "positive").when(Patient.age.lt(0), "negative").otherwise("zero"),
            ),
            expect![[r#"
                select case when "patients"."age" > $1 then $2::text when "patients"."age" <
                $3 then $4::text else $5::text end
                from "patients""#]],
        );
        // kysely: `case when a = b then $1 else c end`
        sql.is(
            Patient.select().columns(case_when(Patient.name.eq(Patient.email), "same").otherwise(Patient.name)),
            expect![[r#"
                select case when "patients"."name" = "patients"."email" then $1::text else
                "patients"."name" end
                from "patients""#]],
        );
        // kysely: `coalesce(a, b)` · `coalesce(a, $1)`
        sql.is(Patient.select().columns((coalesce(Patient.age, 0), coalesce(Patient.age, Patient.age))), expect![[r#"
            select coalesce("patients"."age", $1::integer), coalesce("patients"."age",
            "patients"."age")
            from "patients""#]]);
        // kysely: `coalesce(a, b, max(b), '(N/A)') … group by a, b`
        sql.is(
            Patient.select().group_by(Patient.age).columns(coalesce(Patient.age, (max(Patient.age), 0))),
            expect![[r#"
                select coalesce("patients"."age", max("patients"."age"), $1::integer)
                from "patients"
                group by "patients"."age""#]],
        );
        // kysely: `cast(a as double precision)`
        sql.is(MedicalOrder.select().columns(MedicalOrder.priority.cast::<f64>()), expect![[r#"select "medical_orders"."priority"::double precision from "medical_orders""#]]);
    }
}
