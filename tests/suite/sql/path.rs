//! Columns of the rows that foreign keys reference.

use expect_test::expect;
use schema_core::expr::function::coalesce;
use schema_core::prelude::*;

use crate::tables::{Employee, Manager, MedicalOrder, Patient, Visit};

cases! {
    fn each_clause(sql) {
        let patient = MedicalOrder.patient_id.follow();
        let query = MedicalOrder
            .select()
            .filter(patient.active.and(patient.age.gt(17)))
            .order_by((patient.name, MedicalOrder.id))
            .columns((MedicalOrder.id, patient.name));
        sql.is(query, expect![[r#"
            select "medical_orders"."id", "medical_orders.patient_id"."name"
            from "medical_orders"
            join "patients" as "medical_orders.patient_id" on
            "medical_orders.patient_id"."id" = "medical_orders"."patient_id"
            where "medical_orders.patient_id"."active" and
            "medical_orders.patient_id"."age" > $1
            order by "medical_orders.patient_id"."name", "medical_orders"."id""#]]);
        sql.is(MedicalOrder.select().columns(MedicalOrder.doctor_id.follow().name), expect![[r#"
            select "medical_orders.doctor_id"."name"
            from "medical_orders"
            left join "patients" as "medical_orders.doctor_id" on
            "medical_orders.doctor_id"."id" = "medical_orders"."doctor_id""#]]);
        sql.is(MedicalOrder.select().order_by(patient.name.desc()).limit(3), expect![[r#"
            select "medical_orders"."id", "medical_orders"."patient_id",
            "medical_orders"."doctor_id", "medical_orders"."status",
            "medical_orders"."priority", "medical_orders"."price",
            "medical_orders"."created_at", "medical_orders"."due"
            from "medical_orders"
            join "patients" as "medical_orders.patient_id" on
            "medical_orders.patient_id"."id" = "medical_orders"."patient_id"
            order by "medical_orders.patient_id"."name" desc
            limit $1"#]]);
        let groups = MedicalOrder
            .select()
            .group_by(patient.name)
            .having(max(MedicalOrder.doctor_id.follow().age).gt(60))
            .columns((patient.name, count()));
        sql.is(groups, expect![[r#"
            select "medical_orders.patient_id"."name", count(*)
            from "medical_orders"
            join "patients" as "medical_orders.patient_id" on
            "medical_orders.patient_id"."id" = "medical_orders"."patient_id"
            left join "patients" as "medical_orders.doctor_id" on
            "medical_orders.doctor_id"."id" = "medical_orders"."doctor_id"
            group by "medical_orders.patient_id"."name"
            having max("medical_orders.doctor_id"."age") > $1"#]]);
        let keys = MedicalOrder
            .select()
            .group_by(patient.id)
            .columns((patient.id, patient.name, count()));
        sql.is(keys, expect![[r#"
            select "medical_orders.patient_id"."id", "medical_orders.patient_id"."name",
            count(*)
            from "medical_orders"
            join "patients" as "medical_orders.patient_id" on
            "medical_orders.patient_id"."id" = "medical_orders"."patient_id"
            group by "medical_orders.patient_id"."id""#]]);
        sql.is(
            MedicalOrder.select().columns((MedicalOrder.id, patient.all())),
            expect![[r#"
                select "medical_orders"."id", "medical_orders.patient_id"."id",
                "medical_orders.patient_id"."email", "medical_orders.patient_id"."name",
                "medical_orders.patient_id"."age", "medical_orders.patient_id"."active"
                from "medical_orders"
                join "patients" as "medical_orders.patient_id" on
                "medical_orders.patient_id"."id" = "medical_orders"."patient_id""#]],
        );
        sql.is(
            MedicalOrder.select().filter(patient.email.eq_any(["a", "b"])).distinct_on(patient.id).columns(patient.age),
            expect![[r#"
                select distinct on ("medical_orders.patient_id"."id")
                "medical_orders.patient_id"."age"
                from "medical_orders"
                join "patients" as "medical_orders.patient_id" on
                "medical_orders.patient_id"."id" = "medical_orders"."patient_id"
                where "medical_orders.patient_id"."email" = any($1)
                order by "medical_orders.patient_id"."id""#]],
        );
        sql.is(Visit.select().columns((Visit.group, Visit.patient_id.follow().name)), expect![[r#"
            select "sql text"."visits"."Group", "visits.patient_id"."name"
            from "sql text"."visits"
            join "patients" as "visits.patient_id" on "visits.patient_id"."id" = "sql text"."visits"."patient_id""#]]);
    }

    fn paths_of_several_keys(sql) {
        let manager = Employee.manager_id.follow();
        let query = Employee
            .select()
            .columns((Employee.name, manager.manager_id.follow().name, manager.name));
        sql.is(query, expect![[r#"
            select "employees"."name", "employees.manager_id.manager_id"."name",
            "employees.manager_id"."name"
            from "employees"
            left join "employees" as "employees.manager_id" on "employees.manager_id"."id"
            = "employees"."manager_id"
            left join "employees" as "employees.manager_id.manager_id" on
            "employees.manager_id.manager_id"."id" = "employees.manager_id"."manager_id""#]]);
        let other = Employee
            .select()
            .inner_join(Manager, Employee.id.eq(Manager.manager_id))
            .columns((manager.name, Manager.manager_id.follow().name));
        sql.is(other, expect![[r#"
            select "employees.manager_id"."name", "Manager.manager_id"."name"
            from "employees"
            join "employees" as "Manager" on "employees"."id" = "Manager"."manager_id"
            left join "employees" as "employees.manager_id" on "employees.manager_id"."id"
            = "employees"."manager_id"
            left join "employees" as "Manager.manager_id" on "Manager.manager_id"."id" =
            "Manager"."manager_id""#]]);
    }

    fn other_joins(sql) {
        let outer = Patient
            .select()
            .left_join(MedicalOrder, MedicalOrder.doctor_id.eq(Patient.id))
            .columns((Patient.id, MedicalOrder.patient_id.follow().name));
        sql.is(outer, expect![[r#"
            select "patients"."id", "medical_orders.patient_id"."name"
            from "patients"
            left join "medical_orders" on "medical_orders"."doctor_id" = "patients"."id"
            left join "patients" as "medical_orders.patient_id" on
            "medical_orders.patient_id"."id" = "medical_orders"."patient_id""#]]);
        let on = MedicalOrder
            .select()
            .inner_join(Employee, Employee.name.eq(MedicalOrder.patient_id.follow().name))
            .columns((Employee.id, MedicalOrder.patient_id.follow().age));
        sql.is(on, expect![[r#"
            select "employees"."id", "medical_orders.patient_id"."age"
            from "medical_orders"
            join "employees" on "employees"."name" = (select
            "medical_orders.patient_id"."name"
            from "patients" as "medical_orders.patient_id"
            where "medical_orders.patient_id"."id" = "medical_orders"."patient_id")
            join "patients" as "medical_orders.patient_id" on
            "medical_orders.patient_id"."id" = "medical_orders"."patient_id""#]]);
    }

    fn subqueries(sql) {
        let names = MedicalOrder
            .select()
            .filter(MedicalOrder.priority.gt(1))
            .columns(MedicalOrder.patient_id.follow().name);
        sql.is(Employee.select().filter(Employee.name.is_in(names)), expect![[r#"
            select "employees"."id", "employees"."name", "employees"."manager_id"
            from "employees"
            where "employees"."name" in (select "medical_orders.patient_id"."name"
            from "medical_orders"
            join "patients" as "medical_orders.patient_id" on
            "medical_orders.patient_id"."id" = "medical_orders"."patient_id"
            where "medical_orders"."priority" > $1)"#]]);
        let managers = Employee
            .select()
            .columns(coalesce(Employee.manager_id.follow().name, Employee.name));
        sql.is(names.union(managers), expect![[r#"
            select "medical_orders.patient_id"."name"
            from "medical_orders"
            join "patients" as "medical_orders.patient_id" on
            "medical_orders.patient_id"."id" = "medical_orders"."patient_id"
            where "medical_orders"."priority" > $1 union
            select coalesce("employees.manager_id"."name", "employees"."name")
            from "employees"
            left join "employees" as "employees.manager_id" on "employees.manager_id"."id"
            = "employees"."manager_id""#]]);
        let orders = MedicalOrder
            .select()
            .correlate(Patient)
            .filter(MedicalOrder.doctor_id.eq(Patient.id).and(MedicalOrder.patient_id.follow().active));
        sql.is(
            Patient.select().filter(exists(orders)).columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where exists (select 1
                from "medical_orders"
                join "patients" as "medical_orders.patient_id" on
                "medical_orders.patient_id"."id" = "medical_orders"."patient_id"
                where "medical_orders"."doctor_id" = "patients"."id" and
                "medical_orders.patient_id"."active")"#]],
        );
        let outer = Patient
            .select()
            .filter(Patient.id.is_in(MedicalOrder.select().columns(MedicalOrder.doctor_id.follow().id)))
            .filter(Patient.age.gt(3));
        sql.is(outer, expect![[r#"
            select "patients"."id", "patients"."email", "patients"."name",
            "patients"."age", "patients"."active"
            from "patients"
            where "patients"."id" in (select "medical_orders.doctor_id"."id"
            from "medical_orders"
            left join "patients" as "medical_orders.doctor_id" on
            "medical_orders.doctor_id"."id" = "medical_orders"."doctor_id") and
            "patients"."age" > $1"#]]);
    }

    fn other_statements(sql) {
        let patient = MedicalOrder.patient_id.follow();
        sql.is(
            MedicalOrder.update().set(MedicalOrder.priority, 2).filter(patient.active).returning(patient.name),
            expect![[r#"
                update "medical_orders" set "priority" = $1
                where (select "medical_orders.patient_id"."active"
                from "patients" as "medical_orders.patient_id"
                where "medical_orders.patient_id"."id" = "medical_orders"."patient_id")
                returning (select "medical_orders.patient_id"."name"
                from "patients" as "medical_orders.patient_id"
                where "medical_orders.patient_id"."id" = "medical_orders"."patient_id")"#]],
        );
        sql.is(
            Employee.update().set(Employee.manager_id, Employee.manager_id.follow().manager_id).filter(Employee.id.eq(4)),
            expect![[r#"
                update "employees" set "manager_id" = (select
                "employees.manager_id"."manager_id"
                from "employees" as "employees.manager_id"
                where "employees.manager_id"."id" = "employees"."manager_id")
                where "employees"."id" = $1"#]],
        );
        sql.is(MedicalOrder.delete().filter(patient.age.lt(18)), expect![[r#"
            delete
            from "medical_orders"
            where (select "medical_orders.patient_id"."age"
            from "patients" as "medical_orders.patient_id"
            where "medical_orders.patient_id"."id" = "medical_orders"."patient_id") < $1"#]]);
        sql.is(
            MedicalOrder.select().filter(patient.active).columns((MedicalOrder.id, patient.name)).for_update(),
            expect![[r#"
                select "medical_orders"."id", (select "medical_orders.patient_id"."name"
                from "patients" as "medical_orders.patient_id"
                where "medical_orders.patient_id"."id" = "medical_orders"."patient_id")
                from "medical_orders"
                where (select "medical_orders.patient_id"."active"
                from "patients" as "medical_orders.patient_id"
                where "medical_orders.patient_id"."id" = "medical_orders"."patient_id") for
                update"#]],
        );
    }

    fn shapes_that_depend_on_values(sql) {
        let patient = MedicalOrder.patient_id.follow();
        let limit = param!(5_i32);
        let query = MedicalOrder
            .select()
            .filter(Some(patient.age.gt(limit)))
            .filter(MedicalOrder.priority.lt(limit))
            .order_by(MedicalOrder.doctor_id.follow().name)
            .columns((MedicalOrder.id, patient.name));
        sql.is(query, expect![[r#"
            select "medical_orders"."id", "medical_orders.patient_id"."name"
            from "medical_orders"
            join "patients" as "medical_orders.patient_id" on
            "medical_orders.patient_id"."id" = "medical_orders"."patient_id"
            left join "patients" as "medical_orders.doctor_id" on
            "medical_orders.doctor_id"."id" = "medical_orders"."doctor_id"
            where "medical_orders.patient_id"."age" > $1 and "medical_orders"."priority" <
            $1
            order by "medical_orders.doctor_id"."name""#]]);
        let boxed = MedicalOrder.select().boxed().filter(patient.active).order_by(patient.name).limit(2);
        sql.is(boxed, expect![[r#"
            select "medical_orders"."id", "medical_orders"."patient_id",
            "medical_orders"."doctor_id", "medical_orders"."status",
            "medical_orders"."priority", "medical_orders"."price",
            "medical_orders"."created_at", "medical_orders"."due"
            from "medical_orders"
            join "patients" as "medical_orders.patient_id" on
            "medical_orders.patient_id"."id" = "medical_orders"."patient_id"
            where "medical_orders.patient_id"."active"
            order by "medical_orders.patient_id"."name"
            limit $1"#]]);
    }
}
