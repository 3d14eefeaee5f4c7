//! `union`, `intersect` and `except`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Employee, Patient};

#[derive(Selectable)]
struct Person {
    id: i64,
    name: Option<String>,
}

cases! {
    fn operators(sql) {
        let patients = Patient.select().columns(Patient.name);
        let employees = Employee.select().columns(Employee.name);
        sql.is(patients.union(employees), expect![[r#"
            select "patients"."name"
            from "patients" union
            select "employees"."name"
            from "employees""#]]);
        sql.is(patients.union_all(employees), expect![[r#"
            select "patients"."name"
            from "patients" union all
            select "employees"."name"
            from "employees""#]]);
        sql.is(patients.intersect(employees), expect![[r#"
            select "patients"."name"
            from "patients" intersect
            select "employees"."name"
            from "employees""#]]);
        sql.is(patients.intersect_all(employees), expect![[r#"
            select "patients"."name"
            from "patients" intersect all
            select "employees"."name"
            from "employees""#]]);
        sql.is(patients.except(employees), expect![[r#"
            select "patients"."name"
            from "patients" except
            select "employees"."name"
            from "employees""#]]);
        sql.is(patients.except_all(employees), expect![[r#"
            select "patients"."name"
            from "patients" except all
            select "employees"."name"
            from "employees""#]]);
    }

    fn precedence_decides_the_parentheses(sql) {
        let a = Employee.select().columns(Employee.name);
        let b = Patient.select().columns(Patient.name);
        sql.is(a.union(b).union(a), expect![[r#"
            select "employees"."name"
            from "employees" union
            select "patients"."name"
            from "patients" union
            select "employees"."name"
            from "employees""#]]);
        sql.is(a.union(b.union(a)), expect![[r#"
            select "employees"."name"
            from "employees" union (select "patients"."name"
            from "patients" union
            select "employees"."name"
            from "employees")"#]]);
        sql.is(a.union(b).intersect(a), expect![[r#"
            (select "employees"."name"
            from "employees" union
            select "patients"."name"
            from "patients") intersect
            select "employees"."name"
            from "employees""#]]);
        sql.is(a.union(b.intersect(a)), expect![[r#"
            select "employees"."name"
            from "employees" union
            select "patients"."name"
            from "patients" intersect
            select "employees"."name"
            from "employees""#]]);
        sql.is(a.intersect(b).union_all(a), expect![[r#"
            select "employees"."name"
            from "employees" intersect
            select "patients"."name"
            from "patients" union all
            select "employees"."name"
            from "employees""#]]);
        sql.is(a.except(b.except(a)), expect![[r#"
            select "employees"."name"
            from "employees" except (select "patients"."name"
            from "patients" except
            select "employees"."name"
            from "employees")"#]]);
    }

    fn clauses_of_one_query_are_in_parentheses(sql) {
        let names = Employee.select().columns(Employee.name);
        sql.is(
            names.order_by(Employee.id).limit(1).union(names.offset(2)),
            expect![[r#"
                (select "employees"."name"
                from "employees"
                order by "employees"."id"
                limit $1) union (select "employees"."name"
                from "employees" offset $2)"#]],
        );
        sql.is(
            names.union(names).limit(3).union_all(names).offset(1),
            expect![[r#"
                (select "employees"."name"
                from "employees" union
                select "employees"."name"
                from "employees"
                limit $1) union all
                select "employees"."name"
                from "employees" offset $2"#]],
        );
    }

    fn the_result_is_ordered_and_limited(sql) {
        let employees = Employee.select().filter(Employee.id.gt(5));
        sql.is(
            employees
                .union(Employee.select())
                .order_by((Employee.name.desc().nulls_last(), Employee.id))
                .limit(10)
                .offset(20),
            expect![[r#"
                select "employees"."id", "employees"."name", "employees"."manager_id"
                from "employees"
                where "employees"."id" > $1 union
                select "employees"."id", "employees"."name", "employees"."manager_id"
                from "employees"
                order by 2 desc nulls last, 1
                limit $2 offset $3"#]],
        );
        let pairs = Employee.select().columns((Employee.id, Employee.name));
        sql.is(
            pairs.union(Patient.select().columns((Patient.id, Patient.name))).order_by(output::<2>()),
            expect![[r#"
                select "employees"."id", "employees"."name"
                from "employees" union
                select "patients"."id", "patients"."name"
                from "patients"
                order by 2"#]],
        );
        let names = Employee.select().columns(Employee.name);
        sql.is(names.except(names).order_by(output::<1>().desc()), expect![[r#"
            select "employees"."name"
            from "employees" except
            select "employees"."name"
            from "employees"
            order by 1 desc"#]]);
    }

    fn a_result_is_a_subquery_and_a_table(sql) {
        let ids = Employee.select().columns(Employee.id);
        let both = ids.intersect(Patient.select().columns(Patient.id));
        sql.is(Patient.select().filter(Patient.id.is_in(both)).columns(Patient.name), expect![[r#"
            select "patients"."name"
            from "patients"
            where "patients"."id" in (select "employees"."id"
            from "employees" intersect
            select "patients"."id"
            from "patients")"#]]);
        sql.is(Patient.select().filter(exists(both)).columns(Patient.name), expect![[r#"
            select "patients"."name"
            from "patients"
            where exists (select "employees"."id"
            from "employees" intersect
            select "patients"."id"
            from "patients")"#]]);
        let people = Employee
            .select()
            .columns(SelectPerson { id: Employee.id, name: Employee.name.nullable() })
            .union(Patient.select().columns(SelectPerson { id: Patient.id, name: Patient.name.nullable() }));
        sql.is(people.order_by(Person.name.desc()), expect![[r#"
            select "employees"."id", "employees"."name"
            from "employees" union
            select "patients"."id", "patients"."name"
            from "patients"
            order by 2 desc"#]]);
        sql.is(people.as_table().select().columns(count_distinct(Person.name)), expect![[r#"
            select count(distinct "Person"."name")
            from (select "employees"."id", "employees"."name"
            from "employees" union
            select "patients"."id", "patients"."name"
            from "patients") as "Person" ("id", "name")"#]]);
        sql.is(
            with(people).query(Person.select().filter(Person.id.gt(3))),
            expect![[r#"
                with "Person" ("id", "name") as (select "employees"."id", "employees"."name"
                from "employees" union
                select "patients"."id", "patients"."name"
                from "patients")
                select "Person"."id", "Person"."name"
                from "Person"
                where "Person"."id" > $1"#]],
        );
        let orders = Patient
            .select()
            .correlate(Employee)
            .filter(Patient.id.eq(Employee.id))
            .columns(Patient.id);
        sql.is(
            Employee.select().filter(exists(orders.union(orders))).columns(Employee.id),
            expect![[r#"
                select "employees"."id"
                from "employees"
                where exists (select "patients"."id"
                from "patients"
                where "patients"."id" = "employees"."id" union
                select "patients"."id"
                from "patients"
                where "patients"."id" = "employees"."id")"#]],
        );
    }
}
