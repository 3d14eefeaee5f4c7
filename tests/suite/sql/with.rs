//! `with`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, NewPatient, Patient};

#[derive(Selectable)]
struct Busy {
    patient_id: i64,
    orders: i64,
}

#[derive(Selectable)]
struct Adult {
    id: i64,
    age: Option<i32>,
}

alias!(Other = Busy);

macro_rules! busy {
    () => {
        MedicalOrder
            .select()
            .group_by(MedicalOrder.patient_id)
            .having(count().gt(3))
            .columns(SelectBusy {
                patient_id: MedicalOrder.patient_id,
                orders: count(),
            })
    };
}

cases! {
    fn a_query_is_named(sql) {
        sql.is(
            with(busy!()).query(Busy.select().filter(Busy.orders.lt(9))),
            expect![[r#"
                with "Busy" ("patient_id", "orders") as (select "medical_orders"."patient_id",
                count(*)
                from "medical_orders"
                group by "medical_orders"."patient_id"
                having count(*) > $1)
                select "Busy"."patient_id", "Busy"."orders"
                from "Busy"
                where "Busy"."orders" < $2"#]],
        );
        sql.is(
            with(busy!()).query(
                Patient
                    .select()
                    .left_join(Busy, Busy.patient_id.eq(Patient.id))
                    .columns((Patient.id, Busy.orders)),
            ),
            expect![[r#"
                with "Busy" ("patient_id", "orders") as (select "medical_orders"."patient_id",
                count(*)
                from "medical_orders"
                group by "medical_orders"."patient_id"
                having count(*) > $1)
                select "patients"."id", "Busy"."orders"
                from "patients"
                left join "Busy" on "Busy"."patient_id" = "patients"."id""#]],
        );
    }

    fn an_alias_reads_the_name_twice(sql) {
        sql.is(
            with(busy!()).query(
                Busy.select()
                    .inner_join(Other, Busy.orders.lt(Other.orders))
                    .columns((Busy.patient_id, Other.patient_id)),
            ),
            expect![[r#"
                with "Busy" ("patient_id", "orders") as (select "medical_orders"."patient_id",
                count(*)
                from "medical_orders"
                group by "medical_orders"."patient_id"
                having count(*) > $1)
                select "Busy"."patient_id", "Other"."patient_id"
                from "Busy"
                join "Busy" as "Other" on "Busy"."orders" < "Other"."orders""#]],
        );
    }

    fn a_query_reads_the_one_before(sql) {
        let adults = Patient
            .select()
            .inner_join(Busy, Busy.patient_id.eq(Patient.id))
            .filter(Patient.age.gt(18))
            .columns(SelectAdult {
                id: Patient.id,
                age: Patient.age,
            });
        sql.is(
            with(busy!())
                .with(adults)
                .query(Adult.select().order_by(Adult.age).limit(2)),
            expect![[r#"
                with "Busy" ("patient_id", "orders") as (select "medical_orders"."patient_id",
                count(*)
                from "medical_orders"
                group by "medical_orders"."patient_id"
                having count(*) > $1), "Adult" ("id", "age") as (select "patients"."id",
                "patients"."age"
                from "patients"
                join "Busy" on "Busy"."patient_id" = "patients"."id"
                where "patients"."age" > $2)
                select "Adult"."id", "Adult"."age"
                from "Adult"
                order by "Adult"."age"
                limit $3"#]],
        );
    }

    fn a_subquery_uses_the_name(sql) {
        let patients = Patient.select().uses(Busy);
        sql.is(
            with(busy!()).query(
                patients
                    .filter(Patient.id.is_in(Busy.select().columns(Busy.patient_id)))
                    .columns(Patient.name),
            ),
            expect![[r#"
                with "Busy" ("patient_id", "orders") as (select "medical_orders"."patient_id",
                count(*)
                from "medical_orders"
                group by "medical_orders"."patient_id"
                having count(*) > $1)
                select "patients"."name"
                from "patients"
                where "patients"."id" in (select "Busy"."patient_id"
                from "Busy")"#]],
        );
        let own = Busy
            .select()
            .correlate(Patient)
            .filter(Busy.patient_id.eq(Patient.id));
        sql.is(
            with(busy!()).query(patients.filter(exists(own).not()).columns(Patient.name)),
            expect![[r#"
                with "Busy" ("patient_id", "orders") as (select "medical_orders"."patient_id",
                count(*)
                from "medical_orders"
                group by "medical_orders"."patient_id"
                having count(*) > $1)
                select "patients"."name"
                from "patients"
                where not exists (select 1
                from "Busy"
                where "Busy"."patient_id" = "patients"."id")"#]],
        );
    }

    fn materialized(sql) {
        sql.is(with(busy!()).materialized().query(Busy.select()), expect![[r#"
            with "Busy" ("patient_id", "orders") as materialized (select
            "medical_orders"."patient_id", count(*)
            from "medical_orders"
            group by "medical_orders"."patient_id"
            having count(*) > $1)
            select "Busy"."patient_id", "Busy"."orders"
            from "Busy""#]]);
        sql.is(
            with(busy!())
                .not_materialized()
                .query(Busy.select().cross_join(Other).columns((Busy.orders, Other.orders))),
            expect![[r#"
                with "Busy" ("patient_id", "orders") as not materialized (select
                "medical_orders"."patient_id", count(*)
                from "medical_orders"
                group by "medical_orders"."patient_id"
                having count(*) > $1)
                select "Busy"."orders", "Other"."orders"
                from "Busy"
                cross join "Busy" as "Other""#]],
        );
    }

    fn statements_that_change_rows(sql) {
        let deleted = MedicalOrder
            .delete()
            .filter(MedicalOrder.price.gt(5.0))
            .returning(SelectBusy { patient_id: MedicalOrder.patient_id, orders: MedicalOrder.id });
        sql.is(with(deleted.clone()).query(Busy.select()), expect![[r#"
            with "Busy" ("patient_id", "orders") as (delete
            from "medical_orders"
            where "medical_orders"."price" > $1
            returning "medical_orders"."patient_id", "medical_orders"."id")
            select "Busy"."patient_id", "Busy"."orders"
            from "Busy""#]]);
        sql.is(
            with(deleted).query(
                Patient
                    .update()
                    .from(Busy)
                    .set(Patient.active, false)
                    .filter(Patient.id.eq(Busy.patient_id))
                    .returning(Patient.id),
            ),
            expect![[r#"
                with "Busy" ("patient_id", "orders") as (delete
                from "medical_orders"
                where "medical_orders"."price" > $1
                returning "medical_orders"."patient_id", "medical_orders"."id") update
                "patients" set "active" = $2
                from "Busy"
                where "patients"."id" = "Busy"."patient_id"
                returning "patients"."id""#]],
        );
        sql.is(
            with(busy!()).query(
                Patient
                    .update()
                    .uses(Busy)
                    .set(Patient.active, true)
                    .filter(Patient.id.is_in(Busy.select().columns(Busy.patient_id))),
            ),
            expect![[r#"
                with "Busy" ("patient_id", "orders") as (select "medical_orders"."patient_id",
                count(*)
                from "medical_orders"
                group by "medical_orders"."patient_id"
                having count(*) > $1) update "patients" set "active" = $2
                where "patients"."id" in (select "Busy"."patient_id"
                from "Busy")"#]],
        );
        sql.is(
            with(busy!()).query(Patient.delete().using(Busy).filter(Busy.patient_id.eq(Patient.id))),
            expect![[r#"
                with "Busy" ("patient_id", "orders") as (select "medical_orders"."patient_id",
                count(*)
                from "medical_orders"
                group by "medical_orders"."patient_id"
                having count(*) > $1) delete
                from "patients" using "Busy"
                where "Busy"."patient_id" = "patients"."id""#]],
        );
        sql.is(
            with(busy!()).query(
                Patient
                    .delete()
                    .uses(Busy)
                    .filter(Patient.id.is_in(Busy.select().columns(Busy.patient_id)))
                    .returning_all(),
            ),
            expect![[r#"
                with "Busy" ("patient_id", "orders") as (select "medical_orders"."patient_id",
                count(*)
                from "medical_orders"
                group by "medical_orders"."patient_id"
                having count(*) > $1) delete
                from "patients"
                where "patients"."id" in (select "Busy"."patient_id"
                from "Busy")
                returning "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active""#]],
        );
        let inserted = Patient
            .insert(NewPatient { email: "a@b.org".into(), name: "Ana".into() })
            .on_conflict(Patient.email)
            .do_nothing()
            .returning(SelectAdult { id: Patient.id, age: Patient.age });
        sql.is(with(inserted).with(busy!()).query(Adult.select().columns(Adult.id)), expect![[r#"
            with "Adult" ("id", "age") as (insert into "patients" ("email", "name")
            values ($1, $2)
            on conflict ("email") do nothing
            returning "patients"."id", "patients"."age"), "Busy" ("patient_id", "orders")
            as (select "medical_orders"."patient_id", count(*)
            from "medical_orders"
            group by "medical_orders"."patient_id"
            having count(*) > $3)
            select "Adult"."id"
            from "Adult""#]]);
        sql.is(
            with(busy!()).query(Patient.insert(NewPatient { email: "a@b.org".into(), name: "Ana".into() })),
            expect![[r#"
                with "Busy" ("patient_id", "orders") as (select "medical_orders"."patient_id",
                count(*)
                from "medical_orders"
                group by "medical_orders"."patient_id"
                having count(*) > $1) insert into "patients" ("email", "name")
                values ($2, $3)"#]],
        );
    }
}
