//! Shapes of the lists of other libraries: `with`. See [`shape_select`](crate::shape_select).

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Employee, MedicalOrder, NewPatient, Patient};

#[derive(Selectable)]
struct Owned {
    owner: i64,
    price: f64,
}

#[derive(Selectable)]
struct Named {
    id: i64,
    name: String,
}

#[derive(Selectable)]
struct Older {
    id: i64,
    name: String,
}

#[derive(Selectable)]
struct Line {
    name: String,
    manager_id: Option<i64>,
}

macro_rules! named {
    () => {
        Patient
            .select()
            .filter(Patient.name.eq("Ana"))
            .columns(SelectNamed {
                id: Patient.id,
                name: Patient.name,
            })
    };
}

cases! {
    fn named_queries(sql) {
        // drizzle: with ... select · join on aliased sql from with clause · sql.Aliased in cte
        // kysely: `with p as (select …) select * from p` · `with p(a, b) as (select …) select …`
        // sea-query: `with q as (select …) select …`
        sql.is(with(named!()).query(Named.select()), expect![[r#"
            with "Named" ("id", "name") as (select "patients"."id", "patients"."name"
            from "patients"
            where "patients"."name" = $1)
            select "Named"."id", "Named"."name"
            from "Named""#]]);
        let older = Named.select().filter(Named.id.gt(3)).columns(SelectOlder { id: Named.id, name: Named.name });
        // kysely: `with p as (…), q as (select * from p where …) select * from q`
        sql.is(with(named!()).with(older).query(Older.select()), expect![[r#"
            with "Named" ("id", "name") as (select "patients"."id", "patients"."name"
            from "patients"
            where "patients"."name" = $1), "Older" ("id", "name") as (select "Named"."id",
            "Named"."name"
            from "Named"
            where "Named"."id" > $2)
            select "Older"."id", "Older"."name"
            from "Older""#]]);
        // kysely: `with p as materialized (…) select …`
        sql.is(with(named!()).materialized().query(Named.select().order_by(Named.name)), expect![[r#"
            with "Named" ("id", "name") as materialized (select "patients"."id",
            "patients"."name"
            from "patients"
            where "patients"."name" = $1)
            select "Named"."id", "Named"."name"
            from "Named"
            order by "Named"."name""#]]);
        // kysely: `with p as not materialized (…) select …`
        sql.is(with(named!()).not_materialized().query(Named.select().order_by(Named.name)), expect![[r#"
            with "Named" ("id", "name") as not materialized (select "patients"."id",
            "patients"."name"
            from "patients"
            where "patients"."name" = $1)
            select "Named"."id", "Named"."name"
            from "Named"
            order by "Named"."name""#]]);
        // kysely: `with p as (…) select a, (select id from p) from t`
        let ids = Named.select().limit(1).columns(Named.id);
        sql.is(with(named!()).query(Patient.select().uses(Named).columns((Patient.name, scalar(ids)))), expect![[r#"
            with "Named" ("id", "name") as (select "patients"."id", "patients"."name"
            from "patients"
            where "patients"."name" = $1)
            select "patients"."name", (select "Named"."id"
            from "Named"
            limit $2)
            from "patients""#]]);
        // kysely: `with recursive p(a, b) as (… union all …) select a from p`
        let first = Employee
            .select()
            .filter(Employee.name.eq("Ana"))
            .columns(SelectLine { name: Employee.name, manager_id: Employee.manager_id });
        let next = Employee
            .select()
            .inner_join(Line, Employee.id.eq(Line.manager_id))
            .columns(SelectLine { name: Employee.name, manager_id: Employee.manager_id });
        sql.is(with_recursive(first.union_all(next)).query(Line.select().columns(Line.name)), expect![[r#"
            with recursive "Line" ("name", "manager_id") as (select "employees"."name",
            "employees"."manager_id"
            from "employees"
            where "employees"."name" = $1 union all
            select "employees"."name", "employees"."manager_id"
            from "employees"
            join "Line" on "employees"."id" = "Line"."manager_id")
            select "Line"."name"
            from "Line""#]]);
        // drizzle: with ... update
        // kysely: `with p as (…) update t set a = (select id from p)`
        sql.is(
            with(named!()).query(
                MedicalOrder
                    .update()
                    .uses(Named)
                    .set(MedicalOrder.doctor_id, scalar(ids))
                    .filter(MedicalOrder.id.eq(1)),
            ),
            expect![[r#"
                with "Named" ("id", "name") as (select "patients"."id", "patients"."name"
                from "patients"
                where "patients"."name" = $1) update "medical_orders" set "doctor_id" =
                (select "Named"."id"
                from "Named"
                limit $2)
                where "medical_orders"."id" = $3"#]],
        );
        // drizzle: with ... insert
        // kysely: `with p as (…) insert into t (…) values ((select id from p), …)`
        // sea-query: `with q (a, b) as (select …) insert into t (a, b) select a, b from q`
        sql.is(
            with(named!()).query(
                Employee.insert_columns((Employee.id, Employee.name)).from(Named.select().columns((Named.id, Named.name))),
            ),
            expect![[r#"
                with "Named" ("id", "name") as (select "patients"."id", "patients"."name"
                from "patients"
                where "patients"."name" = $1) insert into "employees" ("id", "name")
                select "Named"."id", "Named"."name"
                from "Named""#]],
        );
        // drizzle: with ... delete
        sql.is(
            with(named!()).query(MedicalOrder.delete().using(Named).filter(MedicalOrder.patient_id.eq(Named.id))),
            expect![[r#"
                with "Named" ("id", "name") as (select "patients"."id", "patients"."name"
                from "patients"
                where "patients"."name" = $1) delete
                from "medical_orders" using "Named"
                where "medical_orders"."patient_id" = "Named"."id""#]],
        );
        // drizzle: delete as cte
        // kysely: `with p as (delete … returning …), q as (insert … returning …) select …`
        let deleted = MedicalOrder
            .delete()
            .filter(MedicalOrder.price.gt(9.0))
            .returning(SelectOwned { owner: MedicalOrder.patient_id, price: MedicalOrder.price });
        let inserted = Patient
            .insert(NewPatient { email: "a@b.org".into(), name: "Ana".into() })
            .returning(SelectNamed { id: Patient.id, name: Patient.name });
        sql.is(
            with(deleted).with(inserted).query(Owned.select().cross_join(Named).columns((Owned.price, Named.name))),
            expect![[r#"
                with "Owned" ("owner", "price") as (delete
                from "medical_orders"
                where "medical_orders"."price" > $1
                returning "medical_orders"."patient_id", "medical_orders"."price"), "Named"
                ("id", "name") as (insert into "patients" ("email", "name")
                values ($2, $3)
                returning "patients"."id", "patients"."name")
                select "Owned"."price", "Named"."name"
                from "Owned"
                cross join "Named""#]],
        );
        // drizzle: insert as cte
        let inserted = Patient
            .insert(NewPatient { email: "a@b.org".into(), name: "Ana".into() })
            .returning(SelectNamed { id: Patient.id, name: Patient.name });
        sql.is(with(inserted).query(Named.select()), expect![[r#"
            with "Named" ("id", "name") as (insert into "patients" ("email", "name")
            values ($1, $2)
            returning "patients"."id", "patients"."name")
            select "Named"."id", "Named"."name"
            from "Named""#]]);
        // drizzle: update as cte · sql operator as cte
        let updated = Patient
            .update()
            .set(Patient.name, "Ana")
            .filter(Patient.id.eq(1))
            .returning(SelectNamed { id: Patient.id, name: Patient.name });
        sql.is(with(updated).query(Named.select()), expect![[r#"
            with "Named" ("id", "name") as (update "patients" set "name" = $1
            where "patients"."id" = $2
            returning "patients"."id", "patients"."name")
            select "Named"."id", "Named"."name"
            from "Named""#]]);
        // kysely: `with p as (delete …), q as (insert …) merge into …`
        let deleted = MedicalOrder
            .delete()
            .filter(MedicalOrder.price.gt(9.0))
            .returning(SelectOwned { owner: MedicalOrder.patient_id, price: MedicalOrder.price });
        sql.is(
            with(deleted).query(Patient.merge(Owned, Patient.id.eq(Owned.owner)).when_matched().then_delete()),
            expect![[r#"
                with "Owned" ("owner", "price") as (delete
                from "medical_orders"
                where "medical_orders"."price" > $1
                returning "medical_orders"."patient_id", "medical_orders"."price") merge into
                "patients" using "Owned" on "patients"."id" = "Owned"."owner" when matched
                then delete"#]],
        );
    }
}
