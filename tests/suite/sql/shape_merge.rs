//! Shapes of the lists of other libraries: `merge`, and rows of a JSON document. See
//! [`shape_select`](crate::shape_select).

use expect_test::expect;
use schema_core::expr::function::concat;
use schema_core::prelude::*;
use schema_core::query::{json_table, merge_action};
use schema_core::types::JsonPath;
use serde_json::{Value, json};

use crate::tables::{Employee, Manager, MedicalOrder, Note, OrderStatus, Patient, Visit};

sql_function! {
    set fn path_query_with(document: Value, path: JsonPath, variables: Value) -> Value = "jsonb_path_query";
}

#[derive(Selectable, JsonTable)]
struct Person {
    #[json_table(ordinality)]
    n: i32,
    name: Option<String>,
    age: Option<i32>,
}

#[derive(Selectable)]
struct User {
    json: Value,
}

#[derive(Selectable, JsonTable)]
#[json_table(path = "$.users[*]")]
struct Owner {
    name: Option<String>,
    phones: Option<Value>,
}

#[derive(Selectable, JsonTable)]
struct Phone {
    number: Option<String>,
}

#[derive(Selectable)]
struct Owned {
    owner: i64,
}

alias!(Target = Visit);

cases! {
    fn matched(sql) {
        let merge = || Patient.merge(MedicalOrder, MedicalOrder.patient_id.eq(Patient.id));
        // kysely: `merge into t using u on … when matched then delete`
        sql.is(merge().when_matched().then_delete(), expect![[r#"
            merge into "patients" using "medical_orders" on "medical_orders"."patient_id"
            = "patients"."id" when matched then delete"#]]);
        // kysely: `merge into t as a using u as b on …` · `merge into s.t as a using s.u as b on …`
        sql.is(Visit.merge(Target, Target.id.eq(Visit.id)).when_matched().then_delete(), expect![[r#"
            merge into "sql text"."visits" using "sql text"."visits" as "Target" on
            "Target"."id" = "sql text"."visits"."id" when matched then delete"#]]);
        // kysely: `… on u.t_id = t.id and u.a = $1 when matched …`
        sql.is(
            Patient
                .merge(MedicalOrder, MedicalOrder.patient_id.eq(Patient.id).and(MedicalOrder.status.eq(OrderStatus::Paid)))
                .when_matched()
                .then_delete(),
            expect![[r#"
                merge into "patients" using "medical_orders" on "medical_orders"."patient_id"
                = "patients"."id" and "medical_orders"."status" = $1 when matched then delete"#]],
        );
        // kysely: `merge into t using (select a from u where b = $1) as u on …`
        let orders = MedicalOrder
            .select()
            .filter(MedicalOrder.status.eq(OrderStatus::Paid))
            .columns(SelectOwned { owner: MedicalOrder.patient_id })
            .as_table();
        sql.is(Patient.merge(orders, orders.owner.eq(Patient.id)).when_matched().then_delete(), expect![[r#"
            merge into "patients" using (select "medical_orders"."patient_id"
            from "medical_orders"
            where "medical_orders"."status" = $1) as "Owned" ("owner") on "Owned"."owner"
            = "patients"."id" when matched then delete"#]]);
        // kysely: `when matched and t.a = $1 then delete`
        sql.is(merge().when_matched().and(Patient.name.eq("Ana")).then_delete(), expect![[r#"
            merge into "patients" using "medical_orders" on "medical_orders"."patient_id"
            = "patients"."id" when matched and "patients"."name" = $1 then delete"#]]);
        // kysely: `when matched and t.a = u.b then delete`
        sql.is(merge().when_matched().and(Patient.age.eq(MedicalOrder.priority)).then_delete(), expect![[r#"
            merge into "patients" using "medical_orders" on "medical_orders"."patient_id"
            = "patients"."id" when matched and "patients"."age" =
            "medical_orders"."priority" then delete"#]]);
        // kysely: `when matched and (… and …) then delete`
        sql.is(
            merge().when_matched().and(Patient.active.and(Patient.age.eq(MedicalOrder.priority))).then_delete(),
            expect![[r#"
                merge into "patients" using "medical_orders" on "medical_orders"."patient_id"
                = "patients"."id" when matched and "patients"."active" and "patients"."age" =
                "medical_orders"."priority" then delete"#]],
        );
        // kysely: `when matched and (… or …) then delete`
        sql.is(
            merge().when_matched().and(Patient.active.or(Patient.age.eq(MedicalOrder.priority))).then_delete(),
            expect![[r#"
                merge into "patients" using "medical_orders" on "medical_orders"."patient_id"
                = "patients"."id" when matched and "patients"."active" or "patients"."age" =
                "medical_orders"."priority" then delete"#]],
        );
        // kysely: `when matched then do nothing`
        sql.is(merge().when_matched().then_do_nothing(), expect![[r#"
            merge into "patients" using "medical_orders" on "medical_orders"."patient_id"
            = "patients"."id" when matched then do nothing"#]]);
        // kysely: `when matched then update set a = $1`
        sql.is(merge().when_matched().then_update().set(Patient.name, "x"), expect![[r#"
            merge into "patients" using "medical_orders" on "medical_orders"."patient_id"
            = "patients"."id" when matched then update set "name" = $1"#]]);
        // kysely: `when matched then update set a = t.b, c = u.d, e = $1`
        sql.is(
            merge()
                .when_matched()
                .then_update()
                .set(Patient.name, Patient.email)
                .set(Patient.age, MedicalOrder.priority)
                .set(Patient.active, true),
            expect![[r#"
                merge into "patients" using "medical_orders" on "medical_orders"."patient_id"
                = "patients"."id" when matched then update set "name" = "patients"."email",
                "age" = "medical_orders"."priority", "active" = $1"#]],
        );
        // kysely: `merge into t using t as b on … when matched then update set a = concat(b.a, '2')`
        sql.is(
            Employee
                .merge(Manager, Employee.name.eq(Manager.name))
                .when_matched()
                .then_update()
                .set(Employee.name, concat((Manager.name, "2"))),
            expect![[r#"
                merge into "employees" using "employees" as "Manager" on "employees"."name" =
                "Manager"."name" when matched then update set "name" =
                concat("Manager"."name", $1::text)"#]],
        );
    }

    fn not_matched(sql) {
        let merge = || Patient.merge(Employee, Employee.id.eq(Patient.id));
        // kysely: `when not matched then do nothing`
        sql.is(merge().when_not_matched().then_do_nothing(), expect![[r#"
            merge into "patients" using "employees" on "employees"."id" = "patients"."id"
            when not matched then do nothing"#]]);
        // kysely: `when not matched then insert (a, b) values ($2, $3)`
        sql.is(
            merge().when_not_matched().then_insert().set(Patient.email, "a@b.org").set(Patient.name, "Ana"),
            expect![[r#"
                merge into "patients" using "employees" on "employees"."id" = "patients"."id"
                when not matched then insert ("email", "name")
                values ($1, $2)"#]],
        );
        // kysely: `when not matched and u.a = $1 then insert …` · `when not matched and u.a = u.b then insert …`
        sql.is(
            merge()
                .when_not_matched()
                .and(Employee.name.eq("Ana"))
                .then_insert()
                .set(Patient.email, "a@b.org")
                .set(Patient.name, "Ana"),
            expect![[r#"
                merge into "patients" using "employees" on "employees"."id" = "patients"."id"
                when not matched and "employees"."name" = $1 then insert ("email", "name")
                values ($2, $3)"#]],
        );
        // kysely: `when not matched and (… and …) then insert …` · `when not matched and (… or …) then insert …`
        sql.is(
            merge()
                .when_not_matched()
                .and(Employee.name.eq("Ana").or(Employee.manager_id.is_null()))
                .then_insert()
                .set(Patient.email, "a@b.org")
                .set(Patient.name, "Ana"),
            expect![[r#"
                merge into "patients" using "employees" on "employees"."id" = "patients"."id"
                when not matched and "employees"."name" = $1 or "employees"."manager_id" is
                null then insert ("email", "name")
                values ($2, $3)"#]],
        );
        // kysely: `on u.t_id is null when not matched then insert (a, b) values ($1, u.c)`
        sql.is(
            Patient
                .merge(Employee, Employee.manager_id.is_null())
                .when_not_matched()
                .then_insert()
                .set(Patient.email, Employee.name.concat("@b.org"))
                .set(Patient.name, Employee.name),
            expect![[r#"
                merge into "patients" using "employees" on "employees"."manager_id" is null
                when not matched then insert ("email", "name")
                values ("employees"."name" || $1, "employees"."name")"#]],
        );
        // kysely: `when matched then delete when not matched then insert …`
        sql.is(
            merge()
                .when_matched()
                .then_delete()
                .when_not_matched()
                .then_insert()
                .set(Patient.email, "a@b.org")
                .set(Patient.name, Employee.name),
            expect![[r#"
                merge into "patients" using "employees" on "employees"."id" = "patients"."id"
                when matched then delete when not matched then insert ("email", "name")
                values ($1, "employees"."name")"#]],
        );
        // kysely: `… then delete returning t.id`
        sql.is(merge().when_matched().then_delete().returning(Patient.id), expect![[r#"
            merge into "patients" using "employees" on "employees"."id" = "patients"."id"
            when matched then delete
            returning "patients"."id""#]]);
        // kysely: `… returning t.a, u.b` · `… returning *` · `… returning t.*` · `… returning u.*`
        sql.is(
            merge().when_matched().then_update().set(Patient.name, Employee.name).returning((Patient.all(), Employee.name)),
            expect![[r#"
                merge into "patients" using "employees" on "employees"."id" = "patients"."id"
                when matched then update set "name" = "employees"."name"
                returning "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active", "employees"."name""#]],
        );
        // kysely: `… returning merge_action(), t.a`
        sql.is(merge().when_matched().then_delete().returning((merge_action(), Patient.name)), expect![[r#"
            merge into "patients" using "employees" on "employees"."id" = "patients"."id"
            when matched then delete
            returning merge_action(), "patients"."name""#]]);
    }

    fn rows_of_a_document(sql) {
        // sea-query: `json_table(…, '$[*]' columns (n for ordinality, name text path '$.name', age int path '$.age'))`
        sql.is(
            json_table(value(json!([{"name": "John", "age": 30}])), Person).select(),
            expect![[r#"
                select "Person"."n", "Person"."name", "Person"."age"
                from json_table($1::jsonb, '$[*]' columns ("n" for ordinality, "name" text,
                "age" integer)) as "Person""#]],
        );
        // sea-query: `json_table(… passing 0 as min_id columns (… null on error, … default 'Unknown' on empty))`
        sql.is(
            path_query_with(json!({"users": []}), JsonPath::new("$.users[*] ? (@.id > $min)"), json!({"min": 0}))
                .as_alias(User)
                .select()
                .columns((
                    schema_core::expr::function::json_value::<i32, _>(User.json, JsonPath::new("$.id")),
                    schema_core::expr::function::coalesce(User.json.get_text("name"), "Unknown"),
                )),
            expect![[r#"
                select json_value("User"."json", $1::jsonpath
                returning integer), coalesce("User"."json" ->> $2, $3::text)
                from jsonb_path_query($4::jsonb, $5::jsonpath, $6::jsonb) as "User" ("json")"#]],
        );
        // sea-query: `json_table(… nested path '$.phones[*]' columns (…))` · `json_table` with nested paths in nested paths
        sql.is(
            Note.select()
                .inner_join_lateral(json_table(Note.body, Owner))
                .left_join_lateral(json_table(Owner.phones, Phone))
                .columns((Owner.name, Phone.number)),
            expect![[r#"
                select "Owner"."name", "Phone"."number"
                from "notes"
                cross join lateral json_table("notes"."body", '$.users[*]' columns ("name"
                text, "phones" jsonb)) as "Owner"
                left join lateral json_table("Owner"."phones", '$[*]' columns ("number" text))
                as "Phone" on true"#]],
        );
    }
}
