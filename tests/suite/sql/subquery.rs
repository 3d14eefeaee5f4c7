//! Subqueries as expressions.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Employee, MedicalOrder, NewPatient, Patient};

alias!(Doctor = Patient);

/// The orders of the patient of the outer query.
macro_rules! orders {
    () => {
        MedicalOrder
            .select()
            .correlate(Patient)
            .filter(MedicalOrder.patient_id.eq(Patient.id))
    };
}

cases! {
    fn exists_selects_nothing_unless_columns_are_chosen(sql) {
        let ids = Patient.select().columns(Patient.id);
        sql.is(
            ids.filter(exists(orders!())),
            expect![[r#"
            select "patients"."id"
            from "patients"
            where exists (select 1
            from "medical_orders"
            where "medical_orders"."patient_id" = "patients"."id")"#]],
        );
        sql.is(
            ids.filter(exists(orders!().columns(MedicalOrder.id)).not()),
            expect![[r#"
            select "patients"."id"
            from "patients"
            where not exists (select "medical_orders"."id"
            from "medical_orders"
            where "medical_orders"."patient_id" = "patients"."id")"#]],
        );
        sql.is(
            ids.filter(exists(
                orders!().distinct().filter(MedicalOrder.price.gt(2.0)),
            )),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where exists (select distinct "medical_orders"."id",
                "medical_orders"."patient_id", "medical_orders"."doctor_id",
                "medical_orders"."status", "medical_orders"."priority",
                "medical_orders"."price", "medical_orders"."created_at",
                "medical_orders"."due"
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id" and
                "medical_orders"."price" > $1)"#]],
        );
        sql.is(
            ids.filter(exists(
                orders!()
                    .group_by(MedicalOrder.status)
                    .having(count().gt(3))
                    .columns(count()),
            )),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where exists (select count(*)
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id"
                group by "medical_orders"."status"
                having count(*) > $1)"#]],
        );
    }

    fn exists_is_a_condition_among_others(sql) {
        let paid = exists(orders!().filter(MedicalOrder.price.gt(2.0)));
        sql.is(
            Patient
                .select()
                .filter(Patient.age.gt(18).and(paid.or(Patient.active)))
                .filter(Patient.name.ne("x"))
                .columns((Patient.id, exists(orders!()).and(Patient.active))),
            expect![[r#"
                select "patients"."id", exists (select 1
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id") and "patients"."active"
                from "patients"
                where "patients"."age" > $1 and (exists (select 1
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id" and
                "medical_orders"."price" > $2) or "patients"."active") and "patients"."name"
                <> $3"#]],
        );
    }

    fn in_a_query(sql) {
        let ids = Patient.select().columns(Patient.id);
        let patients = MedicalOrder.select().columns(MedicalOrder.patient_id);
        sql.is(
            ids.filter(Patient.id.is_in(patients)),
            expect![[r#"
            select "patients"."id"
            from "patients"
            where "patients"."id" in (select "medical_orders"."patient_id"
            from "medical_orders")"#]],
        );
        sql.is(
            ids.filter((Patient.id + 1).is_not_in(patients.filter(MedicalOrder.price.gt(2.0)))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."id" + $1 not in (select "medical_orders"."patient_id"
                from "medical_orders"
                where "medical_orders"."price" > $2)"#]],
        );
        sql.is(
            ids.filter(
                Patient
                    .id
                    .eq(1)
                    .is_in(Employee.select().columns(Employee.name.eq("x")))
                    .not(),
            ),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where not ("patients"."id" = $1) in (select "employees"."name" = $2
                from "employees")"#]],
        );
    }

    fn scalars(sql) {
        let number = || scalar(orders!().columns(count()));
        sql.is(
            Patient
                .select()
                .columns((Patient.name, number(), number() + 1)),
            expect![[r#"
                select "patients"."name", (select count(*)
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id"), (select count(*)
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id") + $1
                from "patients""#]],
        );
        sql.is(
            Patient
                .select()
                .filter(
                    number().gt(3).and(
                        Patient
                            .age
                            .eq(scalar(Doctor.select().columns(max(Doctor.age)))),
                    ),
                )
                .order_by(number().desc())
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where (select count(*)
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id") > $1 and
                "patients"."age" = (select max("Doctor"."age")
                from "patients" as "Doctor")
                order by (select count(*)
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id") desc"#]],
        );
    }

    fn a_subquery_of_a_subquery(sql) {
        let doctors = Doctor
            .select()
            .correlate(MedicalOrder)
            .correlate(Patient)
            .filter(Doctor.id.eq(MedicalOrder.doctor_id))
            .filter(Doctor.name.eq(Patient.name));
        sql.is(
            Patient
                .select()
                .filter(exists(orders!().filter(exists(doctors))))
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where exists (select 1
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id" and exists (select 1
                from "patients" as "Doctor"
                where "Doctor"."id" = "medical_orders"."doctor_id" and "Doctor"."name" =
                "patients"."name"))"#]],
        );
    }

    fn in_updates_deletes_and_inserts(sql) {
        sql.is(
            Patient
                .update()
                .set(
                    Patient.age,
                    scalar(orders!().columns(max(MedicalOrder.priority))),
                )
                .set(Patient.name, "x")
                .filter(exists(orders!().filter(MedicalOrder.price.gt(2.0)))),
            expect![[r#"
                update "patients" set "age" = (select max("medical_orders"."priority")
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id"), "name" = $1
                where exists (select 1
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id" and
                "medical_orders"."price" > $2)"#]],
        );
        sql.is(
            Patient.delete().filter(exists(orders!()).not()),
            expect![[r#"
            delete
            from "patients"
            where not exists (select 1
            from "medical_orders"
            where "medical_orders"."patient_id" = "patients"."id")"#]],
        );
        sql.is(
            Patient
                .insert(NewPatient {
                    email: "e".into(),
                    name: "n".into(),
                })
                .set(
                    Patient.age,
                    scalar(MedicalOrder.select().columns(max(MedicalOrder.priority))),
                ),
            expect![[r#"
                insert into "patients" ("email", "name", "age")
                values ($1, $2, (select max("medical_orders"."priority")
                from "medical_orders"))"#]],
        );
    }

    fn in_groups(sql) {
        sql.is(
            Patient
                .select()
                .group_by(Patient.id)
                .having(exists(orders!()))
                .columns((Patient.name, scalar(orders!().columns(count())))),
            expect![[r#"
                select "patients"."name", (select count(*)
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id")
                from "patients"
                group by "patients"."id"
                having exists (select 1
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id")"#]],
        );
    }
}
