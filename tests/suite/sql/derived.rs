//! Subqueries in `from`, lateral joins and functions in `from`.

use expect_test::expect;
use schema_core::prelude::*;
use schema_core::query::{Series, Unnest};

use crate::tables::{MedicalOrder, Patient};

#[derive(Selectable)]
pub(crate) struct Total {
    patient_id: i64,
    orders: i64,
}

#[derive(Selectable)]
struct Latest {
    id: i64,
    price: f64,
}

alias!(Dear = Latest);
alias!(Column = Series<i64>);
alias!(Ids = Unnest<i64>);

/// The orders of each patient that cost more than 5.
macro_rules! totals {
    () => {
        MedicalOrder
            .select()
            .filter(MedicalOrder.price.gt(5.0))
            .group_by(MedicalOrder.patient_id)
            .columns(SelectTotal {
                patient_id: MedicalOrder.patient_id,
                orders: count(),
            })
    };
}

macro_rules! latest {
    () => {
        MedicalOrder.select().columns(SelectLatest {
            id: MedicalOrder.id,
            price: MedicalOrder.price,
        })
    };
}

cases! {
    fn a_subquery_is_selected_from(sql) {
        let totals = totals!().as_table();
        sql.is(
            totals.select().filter(totals.orders.gt(3)),
            expect![[r#"
                select "Total"."patient_id", "Total"."orders"
                from (select "medical_orders"."patient_id", count(*)
                from "medical_orders"
                where "medical_orders"."price" > $1
                group by "medical_orders"."patient_id") as "Total" ("patient_id", "orders")
                where "Total"."orders" > $2"#]],
        );
        sql.is(
            totals
                .select()
                .distinct()
                .order_by(Total.orders.desc())
                .columns(totals.orders),
            expect![[r#"
                select distinct "Total"."orders"
                from (select "medical_orders"."patient_id", count(*)
                from "medical_orders"
                where "medical_orders"."price" > $1
                group by "medical_orders"."patient_id") as "Total" ("patient_id", "orders")
                order by "Total"."orders" desc"#]],
        );
        sql.is(
            latest!()
                .limit(3)
                .as_alias(Dear)
                .select()
                .columns(Dear.price),
            expect![[r#"
                select "Dear"."price"
                from (select "medical_orders"."id", "medical_orders"."price"
                from "medical_orders"
                limit $1) as "Dear" ("id", "price")"#]],
        );
    }

    fn a_subquery_is_joined(sql) {
        let totals = totals!().as_table();
        let patients = Patient.select().filter(Patient.age.gt(18));
        sql.is(
            patients
                .inner_join(
                    totals,
                    totals.patient_id.eq(Patient.id).and(Total.orders.gt(3)),
                )
                .filter(Patient.active)
                .columns((Patient.name, totals.orders)),
            expect![[r#"
                select "patients"."name", "Total"."orders"
                from "patients"
                join (select "medical_orders"."patient_id", count(*)
                from "medical_orders"
                where "medical_orders"."price" > $1
                group by "medical_orders"."patient_id") as "Total" ("patient_id", "orders") on
                "Total"."patient_id" = "patients"."id" and "Total"."orders" > $2
                where "patients"."age" > $3 and "patients"."active""#]],
        );
        sql.is(
            patients
                .left_join(totals, totals.patient_id.eq(Patient.id))
                .columns(Total.orders),
            expect![[r#"
                select "Total"."orders"
                from "patients"
                left join (select "medical_orders"."patient_id", count(*)
                from "medical_orders"
                where "medical_orders"."price" > $1
                group by "medical_orders"."patient_id") as "Total" ("patient_id", "orders") on
                "Total"."patient_id" = "patients"."id"
                where "patients"."age" > $2"#]],
        );
        sql.is(
            patients.cross_join(totals).columns(Total.orders),
            expect![[r#"
                select "Total"."orders"
                from "patients"
                cross join (select "medical_orders"."patient_id", count(*)
                from "medical_orders"
                where "medical_orders"."price" > $1
                group by "medical_orders"."patient_id") as "Total" ("patient_id", "orders")
                where "patients"."age" > $2"#]],
        );
    }

    fn an_alias_reads_a_subquery_twice(sql) {
        sql.is(
            latest!()
                .as_table()
                .select()
                .inner_join(
                    latest!().filter(MedicalOrder.price.gt(7.0)).as_alias(Dear),
                    Dear.price.gt(Latest.price),
                )
                .columns((Latest.id, Dear.id)),
            expect![[r#"
                select "Latest"."id", "Dear"."id"
                from (select "medical_orders"."id", "medical_orders"."price"
                from "medical_orders") as "Latest" ("id", "price")
                join (select "medical_orders"."id", "medical_orders"."price"
                from "medical_orders"
                where "medical_orders"."price" > $1) as "Dear" ("id", "price") on
                "Dear"."price" > "Latest"."price""#]],
        );
    }

    fn a_subquery_of_a_subquery(sql) {
        let totals = totals!().as_table();
        let few = totals
            .select()
            .filter(totals.orders.lt(4))
            .columns(SelectLatest {
                id: totals.patient_id,
                price: sql!(f64, "1"),
            });
        sql.is(
            few.as_table().select().columns(Latest.id),
            expect![[r#"
                select "Latest"."id"
                from (select "Total"."patient_id", 1
                from (select "medical_orders"."patient_id", count(*)
                from "medical_orders"
                where "medical_orders"."price" > $1
                group by "medical_orders"."patient_id") as "Total" ("patient_id", "orders")
                where "Total"."orders" < $2) as "Latest" ("id", "price")"#]],
        );
    }

    fn lateral_joins(sql) {
        let latest = latest!()
            .correlate(Patient)
            .filter(MedicalOrder.patient_id.eq(Patient.id))
            .order_by(MedicalOrder.id.desc())
            .limit(3)
            .as_table();
        let patients = Patient.select().filter(Patient.age.gt(18));
        sql.is(
            patients
                .left_join_lateral(latest)
                .columns((Patient.id, latest.id)),
            expect![[r#"
                select "patients"."id", "Latest"."id"
                from "patients"
                left join lateral (select "medical_orders"."id", "medical_orders"."price"
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id"
                order by "medical_orders"."id" desc
                limit $1) as "Latest" ("id", "price") on true
                where "patients"."age" > $2"#]],
        );
        sql.is(
            patients
                .inner_join_lateral(latest)
                .filter(latest.price.gt(2.0))
                .columns(latest.id),
            expect![[r#"
                select "Latest"."id"
                from "patients"
                cross join lateral (select "medical_orders"."id", "medical_orders"."price"
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id"
                order by "medical_orders"."id" desc
                limit $1) as "Latest" ("id", "price")
                where "patients"."age" > $2 and "Latest"."price" > $3"#]],
        );
    }

    fn series(sql) {
        let numbers = generate_series(1_i64, 9);
        sql.is(
            numbers.select().filter(numbers.value.gt(3)),
            expect![[r#"
            select "generate_series"."value"
            from generate_series($1::bigint, $2::bigint) as "generate_series" ("value")
            where "generate_series"."value" > $3"#]],
        );
        sql.is(
            numbers
                .select()
                .cross_join(generate_series_by(10, 90, 10).as_alias(Column))
                .columns((numbers.value, Column.value)),
            expect![[r#"
                select "generate_series"."value", "Column"."value"
                from generate_series($1::bigint, $2::bigint) as "generate_series" ("value")
                cross join generate_series($3::bigint, $4::bigint, $5::bigint) as "Column"
                ("value")"#]],
        );
        sql.is(
            Patient
                .select()
                .left_join(numbers, numbers.value.eq(Patient.id))
                .columns(numbers.value),
            expect![[r#"
                select "generate_series"."value"
                from "patients"
                left join generate_series($1::bigint, $2::bigint) as "generate_series"
                ("value") on "generate_series"."value" = "patients"."id""#]],
        );
        let day = chrono::DateTime::UNIX_EPOCH;
        sql.is(
            generate_series_by(day, day, Interval::from_days(1)).select(),
            expect![[r#"
                select "generate_series"."value"
                from generate_series($1::timestamptz, $2::timestamptz, $3::interval) as
                "generate_series" ("value")"#]],
        );
    }

    fn lists(sql) {
        let names = unnest(["a", "b"]);
        sql.is(
            Patient
                .select()
                .inner_join(names, names.value.eq(Patient.name))
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                join unnest($1::text[]) as "unnest" ("value") on "unnest"."value" =
                "patients"."name""#]],
        );
        sql.is(
            unnest(vec![1, 2])
                .as_alias(Ids)
                .select()
                .filter(Ids.value.gt(1)),
            expect![[r#"
                select "Ids"."value"
                from unnest($1::bigint[]) as "Ids" ("value")
                where "Ids"."value" > $2"#]],
        );
    }
}
