//! Joins.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Counter, Employee, Enrollment, Manager, MedicalOrder, Patient, Visit};

alias!(Doctor = Patient);

cases! {
    fn kinds(sql) {
        let on = MedicalOrder.patient_id.eq(Patient.id);
        let orders = MedicalOrder.select();
        sql.is(
            orders
                .inner_join(Patient, on)
                .columns((MedicalOrder.id, Patient.id)),
            expect![[r#"
                select "medical_orders"."id", "patients"."id"
                from "medical_orders"
                join "patients" on "medical_orders"."patient_id" = "patients"."id""#]],
        );
        sql.is(
            orders
                .left_join(Patient, on)
                .columns((MedicalOrder.id, Patient.id)),
            expect![[r#"
                select "medical_orders"."id", "patients"."id"
                from "medical_orders"
                left join "patients" on "medical_orders"."patient_id" = "patients"."id""#]],
        );
        sql.is(
            orders
                .right_join(Patient, on)
                .columns((MedicalOrder.id, Patient.id)),
            expect![[r#"
                select "medical_orders"."id", "patients"."id"
                from "medical_orders"
                right join "patients" on "medical_orders"."patient_id" = "patients"."id""#]],
        );
        sql.is(
            orders
                .full_join(Patient, on)
                .columns((MedicalOrder.id, Patient.id)),
            expect![[r#"
                select "medical_orders"."id", "patients"."id"
                from "medical_orders"
                full join "patients" on "medical_orders"."patient_id" = "patients"."id""#]],
        );
        sql.is(
            orders
                .cross_join(Patient)
                .columns((MedicalOrder.id, Patient.id)),
            expect![[r#"
                select "medical_orders"."id", "patients"."id"
                from "medical_orders"
                cross join "patients""#]],
        );
    }

    fn whole_rows_of_all_tables(sql) {
        sql.is(
            Employee
                .select()
                .left_join(Counter, Counter.id.eq(Employee.id)),
            expect![[r#"
                select "employees"."id", "employees"."name", "employees"."manager_id",
                "counters"."id", "counters"."hits", "counters"."label"
                from "employees"
                left join "counters" on "counters"."id" = "employees"."id""#]],
        );
    }

    fn by_foreign_key(sql) {
        let orders = MedicalOrder.select();
        sql.is(
            orders
                .inner_join_on(MedicalOrder.patient_id)
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "medical_orders"
                join "patients" on "medical_orders"."patient_id" = "patients"."id""#]],
        );
        sql.is(
            orders
                .left_join_on(MedicalOrder.doctor_id)
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "medical_orders"
                left join "patients" on "medical_orders"."doctor_id" = "patients"."id""#]],
        );
        sql.is(
            orders
                .right_join_on(MedicalOrder.patient_id)
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "medical_orders"
                right join "patients" on "medical_orders"."patient_id" = "patients"."id""#]],
        );
        sql.is(
            orders
                .full_join_on(MedicalOrder.patient_id)
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "medical_orders"
                full join "patients" on "medical_orders"."patient_id" = "patients"."id""#]],
        );
        sql.is(
            Visit
                .select()
                .inner_join_on(Visit.patient_id)
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "sql text"."visits"
                join "patients" on "sql text"."visits"."patient_id" = "patients"."id""#]],
        );
    }

    fn an_alias_reads_a_table_twice(sql) {
        sql.is(
            Employee
                .select()
                .left_join(Manager, Employee.manager_id.eq(Manager.id))
                .columns((Employee.name, Manager.name)),
            expect![[r#"
                select "employees"."name", "Manager"."name"
                from "employees"
                left join "employees" as "Manager" on "employees"."manager_id" =
                "Manager"."id""#]],
        );
        sql.is(
            Manager
                .select()
                .inner_join_on(Manager.manager_id)
                .columns((Manager.name, Employee.name)),
            expect![[r#"
                select "Manager"."name", "employees"."name"
                from "employees" as "Manager"
                join "employees" on "Manager"."manager_id" = "employees"."id""#]],
        );
        sql.is(
            MedicalOrder
                .select()
                .inner_join(Patient, MedicalOrder.patient_id.eq(Patient.id))
                .left_join(Doctor, MedicalOrder.doctor_id.eq(Doctor.id))
                .columns((Patient.all(), Doctor.all())),
            expect![[r#"
                select "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active", "Doctor"."id", "Doctor"."email",
                "Doctor"."name", "Doctor"."age", "Doctor"."active"
                from "medical_orders"
                join "patients" on "medical_orders"."patient_id" = "patients"."id"
                left join "patients" as "Doctor" on "medical_orders"."doctor_id" =
                "Doctor"."id""#]],
        );
    }

    fn many_tables(sql) {
        sql.is(
            MedicalOrder
                .select()
                .inner_join_on(MedicalOrder.patient_id)
                .left_join(Doctor, MedicalOrder.doctor_id.eq(Doctor.id))
                .cross_join(Counter)
                .full_join(
                    Enrollment,
                    Enrollment.student.eq(Patient.id).and(Enrollment.seat.gt(3)),
                )
                .right_join(Visit, Visit.patient_id.eq(Patient.id).or(Visit.group.eq(3)))
                .filter(Doctor.id.is_null().or(Counter.hits.eq(1)))
                .columns((MedicalOrder.id, Visit.group)),
            expect![[r#"
                select "medical_orders"."id", "sql text"."visits"."Group"
                from "medical_orders"
                join "patients" on "medical_orders"."patient_id" = "patients"."id"
                left join "patients" as "Doctor" on "medical_orders"."doctor_id" =
                "Doctor"."id"
                cross join "counters"
                full join "enrollments" on "enrollments"."student" = "patients"."id" and
                "enrollments"."seat" > $1
                right join "sql text"."visits" on "sql text"."visits"."patient_id" =
                "patients"."id" or "sql text"."visits"."Group" = $2
                where "Doctor"."id" is null or "counters"."hits" = $3"#]],
        );
    }

    fn a_join_after_other_clauses(sql) {
        sql.is(
            MedicalOrder
                .select()
                .filter(MedicalOrder.priority.gt(1))
                .order_by(MedicalOrder.id.asc())
                .left_join_on(MedicalOrder.patient_id)
                .filter(Patient.active)
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "medical_orders"
                left join "patients" on "medical_orders"."patient_id" = "patients"."id"
                where "medical_orders"."priority" > $1 and "patients"."active"
                order by "medical_orders"."id""#]],
        );
    }

    // Some columns of a table that an outer join may not find. Issue 12, acceptance 6.
    fn columns_if_a_row_is_found(sql) {
        let orders = MedicalOrder.select().left_join(Patient, MedicalOrder.patient_id.eq(Patient.id));
        sql.is(
            orders.columns((MedicalOrder.id, Patient.if_found((Patient.name, Patient.age)))),
            expect![[r#"
                select "medical_orders"."id", "patients"."id" is not null, "patients"."name",
                "patients"."age"
                from "medical_orders"
                left join "patients" on "medical_orders"."patient_id" = "patients"."id""#]],
        );
        sql.is(
            orders
                .filter(Patient.active.eq(true))
                .order_by(Patient.name)
                .columns(Patient.if_found(Patient.age + 1)),
            expect![[r#"
                select "patients"."id" is not null, "patients"."age" + $1
                from "medical_orders"
                left join "patients" on "medical_orders"."patient_id" = "patients"."id"
                where "patients"."active" = $2
                order by "patients"."name""#]],
        );
        sql.is(
            orders.group_by(Patient.id).columns(Patient.if_found((Patient.name, count()))),
            expect![[r#"
                select "patients"."id" is not null, "patients"."name", count(*)
                from "medical_orders"
                left join "patients" on "medical_orders"."patient_id" = "patients"."id"
                group by "patients"."id""#]],
        );
    }

    fn a_join_on_an_optional_condition(sql) {
        sql.is(
            MedicalOrder
                .select()
                .inner_join(
                    Patient,
                    MedicalOrder.patient_id.eq(Patient.id).and(None::<bool>),
                )
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "medical_orders"
                join "patients" on "medical_orders"."patient_id" = "patients"."id" and true"#]],
        );
    }
}
