//! `with`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, Patient};

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
}
