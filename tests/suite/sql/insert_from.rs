//! `insert` of the rows of a query, and `overriding`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Counter, Employee, NewPatient, Patient};

#[derive(Insertable, Selectable)]
#[insertable(Patient)]
struct Hired {
    email: String,
    name: String,
}

#[derive(Selectable)]
struct Chief {
    id: i64,
}

cases! {
    fn a_struct_has_the_columns(sql) {
        let hired = Employee.select().columns(SelectHired { email: Employee.name, name: Employee.name });
        sql.is(Patient.insert_from(hired), expect![[r#"
            insert into "patients" ("email", "name")
            select "employees"."name", "employees"."name"
            from "employees""#]]);
        sql.is(
            Patient
                .insert_from(hired.filter(Employee.id.gt(7)))
                .on_conflict(Patient.email)
                .do_update()
                .set_excluded(Patient.name)
                .returning(Patient.id),
            expect![[r#"
                insert into "patients" ("email", "name")
                select "employees"."name", "employees"."name"
                from "employees"
                where "employees"."id" > $1
                on conflict ("email") do update set "name" = excluded."name"
                returning "patients"."id""#]],
        );
        sql.is(Patient.insert_from(hired.union(hired)).returning_all(), expect![[r#"
            insert into "patients" ("email", "name")
            select "employees"."name", "employees"."name"
            from "employees" union
            select "employees"."name", "employees"."name"
            from "employees"
            returning "patients"."id", "patients"."email", "patients"."name",
            "patients"."age", "patients"."active""#]]);
    }

    fn columns(sql) {
        sql.is(
            Patient.insert_columns((Patient.email, Patient.name)).from(
                Employee.select().columns((Employee.name, Employee.name)),
            ),
            expect![[r#"
                insert into "patients" ("email", "name")
                select "employees"."name", "employees"."name"
                from "employees""#]],
        );
        sql.is(
            Employee.insert_columns((Employee.name, Employee.manager_id, Employee.id)).from(
                Employee.select().columns((Employee.name, Employee.id, Employee.id)),
            ),
            expect![[r#"
                insert into "employees" ("name", "manager_id", "id")
                select "employees"."name", "employees"."id", "employees"."id"
                from "employees""#]],
        );
        sql.is(
            Counter.insert_columns(Counter.label).from(Employee.select().columns(Employee.name)),
            expect![[r#"insert into "counters" ("label") select "employees"."name" from "employees""#]],
        );
        let chiefs = Employee
            .select()
            .filter(Employee.manager_id.is_null())
            .columns(SelectChief { id: Employee.id });
        sql.is(
            with(chiefs).query(
                Counter.insert_columns(Counter.hits).from(Chief.select().columns(Chief.id)).returning(Counter.id),
            ),
            expect![[r#"
                with "Chief" ("id") as (select "employees"."id"
                from "employees"
                where "employees"."manager_id" is null) insert into "counters" ("hits")
                select "Chief"."id"
                from "Chief"
                returning "counters"."id""#]],
        );
    }

    fn overriding(sql) {
        let new = NewPatient { email: "a@b.org".into(), name: "Ana".into() };
        sql.is(
            Patient.insert(new).overriding_system_value().set(Patient.id, 7).set(Patient.age, 41),
            expect![[r#"
                insert into "patients" ("email", "name", "id", "age") overriding system value
                values ($1, $2, $3, $4)"#]],
        );
        let rows = Employee.select().columns((Employee.id, Employee.id));
        sql.is(
            Counter.insert_columns((Counter.id, Counter.hits)).overriding_system_value().from(rows),
            expect![[r#"
                insert into "counters" ("id", "hits") overriding system value
                select "employees"."id", "employees"."id"
                from "employees""#]],
        );
        sql.is(
            Counter.insert_columns((Counter.id, Counter.hits)).overriding_user_value().from(rows),
            expect![[r#"
                insert into "counters" ("id", "hits") overriding user value
                select "employees"."id", "employees"."id"
                from "employees""#]],
        );
    }
}
