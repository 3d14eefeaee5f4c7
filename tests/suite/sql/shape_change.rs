//! Shapes of the lists of other libraries: `update`, `delete`. See [`shape_select`](crate::shape_select).

use expect_test::expect;
use schema_core::expr::function::coalesce;
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, Note, Patient, Visit};

alias!(Doctor = Patient);

#[derive(Params)]
struct Form {
    email: String,
    name: String,
}

cases! {
    fn updates(sql) {
        // drizzle: char update · update undefined
        // kysely: `update t set a = $1, b = $2 where c = $3`
        // sea-query: `update t set a = 2, b = 'x' where id = 1`
        sql.is(
            Patient.update().set(Patient.name, "Ana").set(Patient.age, 3).filter(Patient.id.eq(1)),
            expect![[r#"update "patients" set "name" = $1, "age" = $2 where "patients"."id" = $3"#]],
        );
        // drizzle: set null to jsonb field
        sql.is(Note.update().set(Note.body, null()).filter(Note.id.eq(1)), expect![[r#"update "notes" set "body" = null where "notes"."id" = $1"#]]);
        // kysely: `update` that ignores undefined values
        sql.is(
            Patient.update().set_if(Patient.name, Some("x")).set_if(Patient.age, None::<i32>).filter(Patient.id.eq(1)),
            expect![[r#"update "patients" set "name" = $1 where "patients"."id" = $2"#]],
        );
        // drizzle: mySchema :: update with returning partial
        // kysely: `update s.t set … where s.t.a = $2` · `update t as p set … where p.a = $3`
        sql.is(Visit.update().set(Visit.group, 1).filter(Visit.id.eq(2)).returning(Visit.id), expect![[r#"
            update "sql text"."visits" set "Group" = $1
            where "sql text"."visits"."id" = $2
            returning "sql text"."visits"."id""#]]);
        // kysely: `update t set a = (select b from u where t.id = u.t_id) where …`
        let own = MedicalOrder
            .select()
            .correlate(Patient)
            .filter(MedicalOrder.patient_id.eq(Patient.id))
            .columns(max(MedicalOrder.priority));
        sql.is(Patient.update().set(Patient.age, scalar(own)).filter(Patient.name.eq("Ana")), expect![[r#"
            update "patients" set "age" = (select max("medical_orders"."priority")
            from "medical_orders"
            where "medical_orders"."patient_id" = "patients"."id")
            where "patients"."name" = $1"#]]);
        // kysely: `update t set a = a || $1`
        sql.is(Patient.update().set(Patient.name, Patient.name.concat("!")).filter(Patient.id.eq(1)), expect![[r#"
            update "patients" set "name" = "patients"."name" || $1
            where "patients"."id" = $2"#]]);
        // sea-query: `update t set a = 60 * 24 * 24, b = …`
        sql.is(
            Patient.update().set(Patient.age, value(60) * 24 * 24).set(Patient.name, "x").filter(Patient.id.eq(1)),
            expect![[r#"
                update "patients" set "age" = $1::integer * $2 * $3, "name" = $4
                where "patients"."id" = $5"#]],
        );
        // kysely: `update t set a = b`
        sql.is(Patient.update().set(Patient.name, Patient.email).filter(Patient.id.eq(1)), expect![[r#"update "patients" set "name" = "patients"."email" where "patients"."id" = $1"#]]);
        // kysely: `update t set a = $1`
        sql.is(Patient.update().set(Patient.age, 1).all_rows(), expect![[r#"update "patients" set "age" = $1"#]]);
        // sea-query: `update t set a = a + 1 where … order by id limit 1`
        sql.is(
            Patient.update().set(Patient.age, Patient.age + 1).filter(Patient.active).order_by(Patient.id).limit(1),
            expect![[r#"
                with "limited" as materialized (select "patients"."id"
                from "patients"
                where "patients"."active"
                order by "patients"."id"
                limit $1 for update) update "patients" set "age" = "patients"."age" + $2
                from "limited"
                where "patients"."id" = "limited"."id""#]],
        );
        // drizzle: update returning sql · update with returning partial · update with placeholder returning all fields
        // kysely: `update … returning a, b`
        // sea-query: `update … returning a, b`
        sql.is(
            Patient
                .update()
                .set(Patient.name, Form.name)
                .filter(Patient.email.eq(Form.email))
                .returning((Patient.id, Patient.name))
                .prepare::<Form>()
                .unwrap()
                .bind(Form { email: "a".into(), name: "b".into() }),
            expect![[r#"
                update "patients" set "name" = $1
                where "patients"."email" = $2
                returning "patients"."id", "patients"."name""#]],
        );
        // drizzle: update with returning all fields
        // sea-query: `update … returning *`
        sql.is(Patient.update().set(Patient.age, 1).filter(Patient.id.eq(1)).returning_all(), expect![[r#"
            update "patients" set "age" = $1
            where "patients"."id" = $2
            returning "patients"."id", "patients"."email", "patients"."name",
            "patients"."age", "patients"."active""#]]);
        // drizzle: update ... from
        // kysely: `update t set a = u.b from u where u.t_id = t.id and t.c = $1 returning a`
        sql.is(
            MedicalOrder
                .update()
                .from(Patient)
                .set(MedicalOrder.doctor_id, Patient.id)
                .filter(MedicalOrder.patient_id.eq(Patient.id))
                .returning(MedicalOrder.id),
            expect![[r#"
                update "medical_orders" set "doctor_id" = "patients"."id"
                from "patients"
                where "medical_orders"."patient_id" = "patients"."id"
                returning "medical_orders"."id""#]],
        );
        // drizzle: update ... from with alias · update ... from with join
        // kysely: `update t as p set a = coalesce(u.b, $1) from t inner join u on … where p.id = t.id`
        sql.is(
            MedicalOrder
                .update()
                .from(Patient)
                .from(Doctor)
                .set(MedicalOrder.priority, coalesce(Doctor.age, 1))
                .filter(Patient.id.eq(MedicalOrder.patient_id).and(Doctor.name.eq(Patient.name))),
            expect![[r#"
                update "medical_orders" set "priority" = coalesce("Doctor"."age", $1::integer)
                from "patients", "patients" as "Doctor"
                where "patients"."id" = "medical_orders"."patient_id" and "Doctor"."name" =
                "patients"."name""#]],
        );
        // kysely: `update … from u … returning u.*`
        sql.is(
            MedicalOrder
                .update()
                .from(Patient)
                .set(MedicalOrder.doctor_id, Patient.id)
                .filter(MedicalOrder.patient_id.eq(Patient.id))
                .returning(Patient.all()),
            expect![[r#"
                update "medical_orders" set "doctor_id" = "patients"."id"
                from "patients"
                where "medical_orders"."patient_id" = "patients"."id"
                returning "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active""#]],
        );
    }

    fn deletes(sql) {
        // drizzle: char delete
        // kysely: `delete from t where a = $1`
        // sea-query: `delete from t where a = 1`
        sql.is(Patient.delete().filter(Patient.id.eq(1)), expect![[r#"delete from "patients" where "patients"."id" = $1"#]]);
        // kysely: `delete from t`
        sql.is(Patient.delete().all_rows(), expect![[r#"delete from "patients""#]]);
        // kysely: `delete from t where a = $1 or a = $2`
        sql.is(Patient.delete().filter(Patient.name.eq("a").or(Patient.name.eq("b"))), expect![[r#"delete from "patients" where "patients"."name" = $1 or "patients"."name" = $2"#]]);
        // drizzle: delete returning sql · delete with returning partial
        // kysely: `delete … returning a, b as c`
        // sea-query: `delete … returning a, b`
        sql.is(Patient.delete().filter(Patient.id.eq(1)).returning((Patient.name, Patient.email)), expect![[r#"
            delete
            from "patients"
            where "patients"."id" = $1
            returning "patients"."name", "patients"."email""#]]);
        // drizzle: delete with returning all fields
        // kysely: `delete … returning *` · `delete … returning t.*`
        // sea-query: `delete … returning *`
        sql.is(Patient.delete().filter(Patient.id.eq(1)).returning_all(), expect![[r#"
            delete
            from "patients"
            where "patients"."id" = $1
            returning "patients"."id", "patients"."email", "patients"."name",
            "patients"."age", "patients"."active""#]]);
        // drizzle: mySchema :: delete with returning all fields · mySchema :: delete returning sql
        // kysely: `delete from s.t where s.t.a = $1`
        sql.is(Visit.delete().filter(Visit.id.eq(1)).returning_all(), expect![[r#"
            delete
            from "sql text"."visits"
            where "sql text"."visits"."id" = $1
            returning "sql text"."visits"."id", "sql text"."visits"."patient_id", "sql text"."visits"."Group""#]]);
        // kysely: `delete from t using u where …` · `delete from s.t using s.u where …` · `delete from t as c using t where …`
        sql.is(Visit.delete().using(Patient).filter(Visit.patient_id.eq(Patient.id)), expect![[r#"
            delete
            from "sql text"."visits" using "patients"
            where "sql text"."visits"."patient_id" = "patients"."id""#]]);
        // kysely: `delete from t using u, v where …`
        sql.is(
            MedicalOrder
                .delete()
                .using(Patient)
                .using(Visit)
                .filter(MedicalOrder.patient_id.eq(Patient.id).and(Visit.patient_id.eq(Patient.id))),
            expect![[r#"
                delete
                from "medical_orders" using "patients", "sql text"."visits"
                where "medical_orders"."patient_id" = "patients"."id" and "sql text"."visits"."patient_id"
                = "patients"."id""#]],
        );
        // kysely: `delete from t using u, v … returning u.a`
        sql.is(
            MedicalOrder
                .delete()
                .using(Patient)
                .filter(MedicalOrder.patient_id.eq(Patient.id))
                .returning(Patient.name),
            expect![[r#"
                delete
                from "medical_orders" using "patients"
                where "medical_orders"."patient_id" = "patients"."id"
                returning "patients"."name""#]],
        );
        // kysely: `delete from t using u, v … returning u.*` · `… returning t.*, u.*` · `… returning *`
        sql.is(
            MedicalOrder
                .delete()
                .using(Patient)
                .filter(MedicalOrder.patient_id.eq(Patient.id))
                .returning((MedicalOrder.all(), Patient.all())),
            expect![[r#"
                delete
                from "medical_orders" using "patients"
                where "medical_orders"."patient_id" = "patients"."id"
                returning "medical_orders"."id", "medical_orders"."patient_id",
                "medical_orders"."doctor_id", "medical_orders"."status",
                "medical_orders"."priority", "medical_orders"."price",
                "medical_orders"."created_at", "medical_orders"."due", "patients"."id",
                "patients"."email", "patients"."name", "patients"."age", "patients"."active""#]],
        );
    }
}
