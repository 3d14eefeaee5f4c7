//! `update`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Enrollment, MedicalOrder, Note, OrderStatus, Patient, Visit};

alias!(Doctor = Patient);

cases! {
    fn columns(sql) {
        sql.is(
            Patient
                .update()
                .set(Patient.age, 41)
                .filter(Patient.id.eq(7)),
            expect![[r#"update "patients" set "age" = $1 where "patients"."id" = $2"#]],
        );
        sql.is(
            Patient
                .update()
                .set(Patient.age, null())
                .set(Patient.name, "Ana")
                .filter(Patient.id.eq(7)),
            expect![[
                r#"update "patients" set "age" = null, "name" = $1 where "patients"."id" = $2"#
            ]],
        );
        sql.is(
            Patient
                .update()
                .set(Patient.age, 41)
                .filter(Patient.id.eq(7))
                .set(Patient.name, "Ana"),
            expect![[
                r#"update "patients" set "age" = $1, "name" = $2 where "patients"."id" = $3"#
            ]],
        );
        sql.is(
            Visit.update().set(Visit.group, 3).filter(Visit.group.eq(2)),
            expect![[r#"
                update "sql text"."visits" set "Group" = $1
                where "sql text"."visits"."Group" = $2"#]],
        );
    }

    fn expressions(sql) {
        sql.is(
            MedicalOrder
                .update()
                .set(MedicalOrder.priority, (MedicalOrder.priority + 1) * 2)
                .set(MedicalOrder.status, OrderStatus::Paid)
                .filter(MedicalOrder.priority.lt(3)),
            expect![[r#"
                update "medical_orders" set "priority" = ("medical_orders"."priority" + $1) *
                $2, "status" = $3
                where "medical_orders"."priority" < $4"#]],
        );
        sql.is(
            Patient
                .update()
                .set(
                    Patient.active,
                    Patient.age.gt(17).and(Patient.active).assume_not_null(),
                )
                .all_rows(),
            expect![[
                r#"update "patients" set "active" = "patients"."age" > $1 and "patients"."active""#
            ]],
        );
        sql.is(
            Patient.update().set(Patient.name, Patient.email).all_rows(),
            expect![[r#"update "patients" set "name" = "patients"."email""#]],
        );
        sql.is(
            Note.update()
                .set(Note.tags, vec!["a".to_owned()])
                .set(Note.embedding, null())
                .all_rows(),
            expect![[r#"update "notes" set "tags" = $1, "embedding" = null"#]],
        );
        sql.is(
            Enrollment
                .update()
                .set(Enrollment.note, "a")
                .filter(Enrollment.course.eq(1)),
            expect![[r#"update "enrollments" set "note" = $1 where "enrollments"."course" = $2"#]],
        );
    }

    fn rows(sql) {
        sql.is(
            Patient.update().set(Patient.age, 41).all_rows(),
            expect![[r#"update "patients" set "age" = $1"#]],
        );
        sql.is(
            Patient
                .update()
                .set(Patient.age, 41)
                .filter(Patient.id.gt(7).or(Patient.active))
                .filter(Patient.name.ne("Ana")),
            expect![[r#"
                update "patients" set "age" = $1
                where ("patients"."id" > $2 or "patients"."active") and "patients"."name" <>
                $3"#]],
        );
        sql.is(
            Patient
                .update()
                .set(Patient.age, 41)
                .filter(None::<bool>)
                .filter(Patient.id.eq(7)),
            expect![[r#"update "patients" set "age" = $1 where true and "patients"."id" = $2"#]],
        );
    }

    fn columns_that_have_a_value(sql) {
        let patch = |name: Option<&'static str>, age: Option<Option<i32>>| {
            Patient
                .update()
                .set_if(Patient.name, name)
                .set_if(Patient.age, age)
                .filter(Patient.id.eq(1))
        };
        sql.is(
            patch(Some("x"), Some(Some(3))),
            expect![[
                r#"update "patients" set "name" = $1, "age" = $2 where "patients"."id" = $3"#
            ]],
        );
        sql.is(
            patch(None, Some(None)),
            expect![[r#"update "patients" set "age" = $1 where "patients"."id" = $2"#]],
        );
        sql.is(
            patch(Some("x"), None),
            expect![[r#"update "patients" set "name" = $1 where "patients"."id" = $2"#]],
        );
        sql.is(
            Patient
                .update()
                .set(Patient.active, true)
                .set_if(Patient.name, None::<&str>)
                .set_if(Patient.age, Some(Patient.age + 1))
                .all_rows(),
            expect![[r#"update "patients" set "active" = $1, "age" = "patients"."age" + $2"#]],
        );
    }

    fn other_sources(sql) {
        sql.is(
            MedicalOrder
                .update()
                .from(Patient)
                .set(MedicalOrder.priority, Patient.age.assume_not_null())
                .filter(MedicalOrder.patient_id.eq(Patient.id).and(Patient.active)),
            expect![[r#"
                update "medical_orders" set "priority" = "patients"."age"
                from "patients"
                where "medical_orders"."patient_id" = "patients"."id" and "patients"."active""#]],
        );
        sql.is(
            MedicalOrder
                .update()
                .from(Patient)
                .from(Doctor)
                .set(MedicalOrder.doctor_id, Doctor.id)
                .set(MedicalOrder.priority, 3)
                .filter(MedicalOrder.patient_id.eq(Patient.id))
                .filter(Doctor.name.eq(Patient.name).or(Doctor.name.eq("Ana")))
                .returning((MedicalOrder.id, Doctor.name)),
            expect![[r#"
                update "medical_orders" set "doctor_id" = "Doctor"."id", "priority" = $1
                from "patients", "patients" as "Doctor"
                where "medical_orders"."patient_id" = "patients"."id" and ("Doctor"."name" =
                "patients"."name" or "Doctor"."name" = $2)
                returning "medical_orders"."id", "Doctor"."name""#]],
        );
        let series = generate_series(1_i64, 3);
        sql.is(
            Patient
                .update()
                .from(series)
                .set(Patient.age, 7)
                .filter(Patient.id.eq(series.value))
                .returning_all(),
            expect![[r#"
                update "patients" set "age" = $1
                from generate_series($2::bigint, $3::bigint) as "generate_series" ("value")
                where "patients"."id" = "generate_series"."value"
                returning "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active""#]],
        );
    }
}
