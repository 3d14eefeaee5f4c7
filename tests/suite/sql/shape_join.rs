//! Shapes of the lists of other libraries: joins. See [`shape_select`](crate::shape_select).

use expect_test::expect;
use schema_core::expr::function::{jsonb_agg, jsonb_build_object};
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};

use crate::tables::{Employee, Manager, MedicalOrder, Patient, Visit};

#[derive(Selectable)]
struct Owned {
    owner: i64,
    price: f64,
}

#[derive(Serialize, Deserialize)]
struct Order {
    id: i64,
    price: f64,
}

alias!(Doctor = Patient);

macro_rules! owned {
    () => {
        MedicalOrder.select().columns(SelectOwned {
            owner: MedicalOrder.patient_id,
            price: MedicalOrder.price,
        })
    };
}

cases! {
    fn inner(sql) {
        let orders = MedicalOrder.select();
        // drizzle: RQB v2 simple find first - with relation · RQB v2 transaction find first - with relation
        // kysely: `from t inner join u on u.t_id = t.id` · the same join twice is one
        // sea-query: `select t.*, u.a from t inner join u on …`
        sql.is(orders.inner_join_on(MedicalOrder.patient_id), expect![[r#"
            select "medical_orders"."id", "medical_orders"."patient_id",
            "medical_orders"."doctor_id", "medical_orders"."status",
            "medical_orders"."priority", "medical_orders"."price",
            "medical_orders"."created_at", "medical_orders"."due", "patients"."id",
            "patients"."email", "patients"."name", "patients"."age", "patients"."active"
            from "medical_orders"
            join "patients" on "medical_orders"."patient_id" = "patients"."id""#]]);
        // drizzle: join subquery · join on aliased sql from select · select from raw sql with joins · join view as subquery
        // kysely: `inner join (select a as b, c from u) as p on p.b = t.id`
        sql.is(
            Patient.select().inner_join(owned!().as_table(), Owned.owner.eq(Patient.id)).columns((Patient.name, Owned.price)),
            expect![[r#"
                select "patients"."name", "Owned"."price"
                from "patients"
                join (select "medical_orders"."patient_id", "medical_orders"."price"
                from "medical_orders") as "Owned" ("owner", "price") on "Owned"."owner" =
                "patients"."id""#]],
        );
        // drizzle: join subquery with join
        // kysely: `inner join u on … inner join v on … where a = $1`
        sql.is(
            Patient
                .select()
                .inner_join(MedicalOrder, MedicalOrder.patient_id.eq(Patient.id))
                .inner_join(Visit, Visit.patient_id.eq(Patient.id))
                .filter(Patient.name.eq("Ana"))
                .columns((MedicalOrder.price, Visit.group)),
            expect![[r#"
                select "medical_orders"."price", "sql text"."visits"."Group"
                from "patients"
                join "medical_orders" on "medical_orders"."patient_id" = "patients"."id"
                join "sql text"."visits" on "sql text"."visits"."patient_id" = "patients"."id"
                where "patients"."name" = $1"#]],
        );
        // kysely: `inner join u on u.t_id = t.id and u.a in (…) and (u.b = $4 or b = (select … limit $6))`
        let best = Visit.select().limit(1).columns(Visit.group);
        sql.is(
            Patient
                .select()
                .inner_join(
                    MedicalOrder,
                    MedicalOrder
                        .patient_id
                        .eq(Patient.id)
                        .and(MedicalOrder.id.eq_any([1, 2, 3]))
                        .and(MedicalOrder.priority.eq(4).or(MedicalOrder.priority.eq(scalar(best)))),
                )
                .columns(Patient.name),
            expect![[r#"
                select "patients"."name"
                from "patients"
                join "medical_orders" on "medical_orders"."patient_id" = "patients"."id" and
                "medical_orders"."id" = any($1) and ("medical_orders"."priority" = $2 or
                "medical_orders"."priority" = (select "sql text"."visits"."Group"
                from "sql text"."visits"
                limit $3))"#]],
        );
        // kysely: `inner join u on exists (select …)`
        let seen = Visit
            .select()
            .correlate(MedicalOrder)
            .correlate(Patient)
            .filter(Visit.id.eq(MedicalOrder.id).and(Visit.patient_id.eq(Patient.id)));
        sql.is(
            Patient.select().inner_join(MedicalOrder, exists(seen)).columns(MedicalOrder.id),
            expect![[r#"
                select "medical_orders"."id"
                from "patients"
                join "medical_orders" on exists (select 1
                from "sql text"."visits"
                where "sql text"."visits"."id" = "medical_orders"."id" and "sql text"."visits"."patient_id"
                = "patients"."id")"#]],
        );
    }

    fn outer(sql) {
        // drizzle: left join (flat object fields) · left join (grouped fields) · left join (all fields) · No nullification on non-joined table's all-null object · No nullification on non-joined table's all-null object - jit · Nullify all-null group from from nullable join · Nullify all-null group from from nullable join - jit · Mappers: deep nullification · Jit mappers: deep nullification · mySchema :: partial join with alias
        // kysely: `left join u on …`
        // sea-query: `left join u on …`
        sql.is(
            MedicalOrder
                .select()
                .left_join(Patient, Patient.id.eq(MedicalOrder.doctor_id))
                .columns((MedicalOrder.id, Patient.if_found((Patient.id, Patient.name)))),
            expect![[r#"
                select "medical_orders"."id", "patients"."id" is not null, "patients"."id",
                "patients"."name"
                from "medical_orders"
                left join "patients" on "patients"."id" = "medical_orders"."doctor_id""#]],
        );
        // drizzle: Cross-table group never nullified · Cross-table group never nullified - jit · SQL field groups are never nullified · SQL field groups are never nullified - jit · Don't disregard added SQL field during join nullification · Don't disregard added SQL field during join nullification - jit · Nested partial select left join: null first column · Nested partial select left join: null first column - jit
        sql.is(
            MedicalOrder
                .select()
                .left_join(Patient, Patient.id.eq(MedicalOrder.doctor_id))
                .columns(((MedicalOrder.id, Patient.name), (Patient.age, MedicalOrder.price * 2.0))),
            expect![[r#"
                select "medical_orders"."id", "patients"."name", "patients"."age",
                "medical_orders"."price" * $1
                from "medical_orders"
                left join "patients" on "patients"."id" = "medical_orders"."doctor_id""#]],
        );
        // kysely: `left join (select …) as p on …`
        sql.is(
            Patient.select().left_join(owned!().as_table(), Owned.owner.eq(Patient.id)).columns((Patient.name, Owned.price)),
            expect![[r#"
                select "patients"."name", "Owned"."price"
                from "patients"
                left join (select "medical_orders"."patient_id", "medical_orders"."price"
                from "medical_orders") as "Owned" ("owner", "price") on "Owned"."owner" =
                "patients"."id""#]],
        );
        // kysely: `left join u on … left join v on … where …`
        // sea-query: `left join u on … inner join v on …`
        sql.is(
            Patient
                .select()
                .left_join(MedicalOrder, MedicalOrder.patient_id.eq(Patient.id))
                .inner_join(Visit, Visit.patient_id.eq(Patient.id))
                .columns((Patient.name, MedicalOrder.price)),
            expect![[r#"
                select "patients"."name", "medical_orders"."price"
                from "patients"
                left join "medical_orders" on "medical_orders"."patient_id" = "patients"."id"
                join "sql text"."visits" on "sql text"."visits"."patient_id" = "patients"."id""#]],
        );
        // kysely: `left join u on … and u.a in (…) and (…)`
        // sea-query: `left join u on … and …`
        sql.is(
            Patient
                .select()
                .left_join(MedicalOrder, MedicalOrder.patient_id.eq(Patient.id).and(MedicalOrder.priority.gt(2)))
                .columns((Patient.name, MedicalOrder.price)),
            expect![[r#"
                select "patients"."name", "medical_orders"."price"
                from "patients"
                left join "medical_orders" on "medical_orders"."patient_id" = "patients"."id"
                and "medical_orders"."priority" > $1"#]],
        );
        // kysely: `left join u on not exists (select …)`
        let seen = Visit.select().correlate(Patient).filter(Visit.patient_id.eq(Patient.id));
        sql.is(Patient.select().left_join(MedicalOrder, exists(seen).not()).columns(MedicalOrder.id), expect![[r#"
            select "medical_orders"."id"
            from "patients"
            left join "medical_orders" on not exists (select 1
            from "sql text"."visits"
            where "sql text"."visits"."patient_id" = "patients"."id")"#]]);
        // kysely: `right join u on …`
        sql.is(
            Patient
                .select()
                .right_join(MedicalOrder, MedicalOrder.patient_id.eq(Patient.id))
                .columns((Patient.name, MedicalOrder.id)),
            expect![[r#"
                select "patients"."name", "medical_orders"."id"
                from "patients"
                right join "medical_orders" on "medical_orders"."patient_id" = "patients"."id""#]],
        );
        // drizzle: full join with alias
        // kysely: `full join u on …`
        sql.is(
            Patient.select().full_join(Doctor, Doctor.name.eq(Patient.name)).columns((Patient.id, Doctor.id)),
            expect![[r#"
                select "patients"."id", "Doctor"."id"
                from "patients"
                full join "patients" as "Doctor" on "Doctor"."name" = "patients"."name""#]],
        );
        // drizzle: cross join
        // kysely: `cross join u`
        sql.is(Patient.select().cross_join(Employee).columns((Patient.id, Employee.id)), expect![[r#"
            select "patients"."id", "employees"."id"
            from "patients"
            cross join "employees""#]]);
        // kysely: `from t inner join t as t2 on t2.id = t.id`
        sql.is(
            Employee
                .select()
                .inner_join(Manager, Manager.id.eq(Employee.manager_id))
                .order_by(Employee.name)
                .columns((Employee.name, Manager.name)),
            expect![[r#"
                select "employees"."name", "Manager"."name"
                from "employees"
                join "employees" as "Manager" on "Manager"."id" = "employees"."manager_id"
                order by "employees"."name""#]],
        );
    }

    fn lateral(sql) {
        let own = MedicalOrder
            .select()
            .correlate(Patient)
            .filter(MedicalOrder.patient_id.eq(Patient.id))
            .columns(SelectOwned { owner: MedicalOrder.patient_id, price: MedicalOrder.price })
            .as_table();
        // drizzle: inner join (lateral)
        // kysely: `inner join lateral (select …) as p on true`
        sql.is(Patient.select().inner_join_lateral(own).columns((Patient.name, own.price)), expect![[r#"
            select "patients"."name", "Owned"."price"
            from "patients"
            cross join lateral (select "medical_orders"."patient_id",
            "medical_orders"."price"
            from "medical_orders"
            where "medical_orders"."patient_id" = "patients"."id") as "Owned" ("owner",
            "price")"#]]);
        // drizzle: left join (lateral)
        // kysely: `left join lateral (select …) as p on true`
        sql.is(Patient.select().left_join_lateral(own).columns((Patient.name, own.price)), expect![[r#"
            select "patients"."name", "Owned"."price"
            from "patients"
            left join lateral (select "medical_orders"."patient_id",
            "medical_orders"."price"
            from "medical_orders"
            where "medical_orders"."patient_id" = "patients"."id") as "Owned" ("owner",
            "price") on true"#]]);
        let others = Doctor
            .select()
            .inner_join(MedicalOrder, MedicalOrder.doctor_id.eq(Doctor.id))
            .correlate(Patient)
            .filter(Doctor.age.eq(Patient.age))
            .columns(SelectOwned { owner: Doctor.id, price: MedicalOrder.price })
            .as_table();
        // drizzle: cross join (lateral)
        // kysely: `cross join lateral (select a from u inner join t as v on … where …) as p`
        sql.is(Patient.select().inner_join_lateral(others).columns((Patient.name, others.price)), expect![[r#"
            select "patients"."name", "Owned"."price"
            from "patients"
            cross join lateral (select "Doctor"."id", "medical_orders"."price"
            from "patients" as "Doctor"
            join "medical_orders" on "medical_orders"."doctor_id" = "Doctor"."id"
            where "Doctor"."age" = "patients"."age") as "Owned" ("owner", "price")"#]]);
        // drizzle: RQB v2 simple find many - with relation · RQB v2 transaction find many - with relation · Mappers: relational · Jit mappers: relational
        let orders = MedicalOrder
            .select()
            .correlate(Patient)
            .filter(MedicalOrder.patient_id.eq(Patient.id))
            .columns(
                jsonb_agg(jsonb_build_object((("id", MedicalOrder.id), ("price", MedicalOrder.price))))
                    .order_by(MedicalOrder.id),
            );
        sql.is(Patient.select().columns((Patient.name, scalar(orders).cast::<Json<Vec<Order>>>())), expect![[r#"
            select "patients"."name", (select jsonb_agg(jsonb_build_object($1::text,
            "medical_orders"."id", $2::text, "medical_orders"."price")
            order by "medical_orders"."id")
            from "medical_orders"
            where "medical_orders"."patient_id" = "patients"."id")::jsonb
            from "patients""#]]);
    }
}
