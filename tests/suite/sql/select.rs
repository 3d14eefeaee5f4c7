//! Selected expressions, `distinct`, `limit`, `offset`, `find`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Enrollment, Manager, MedicalOrder, Patient, Visit};

#[derive(Selectable)]
#[allow(dead_code, reason = "only the text is checked")]
pub(crate) struct Contact {
    pub(crate) name: String,
    pub(crate) address: String,
}

#[derive(Selectable)]
#[allow(dead_code, reason = "only the text is checked")]
pub(crate) struct Summary {
    order: i64,
    patient: Contact,
    old: Option<bool>,
}

cases! {
    fn whole_rows(sql) {
        sql.is(
            Patient.select(),
            expect![[r#"
                select "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active"
                from "patients""#]],
        );
        sql.is(
            Manager.select(),
            expect![[r#"
                select "Manager"."id", "Manager"."name", "Manager"."manager_id"
                from "employees" as "Manager""#]],
        );
        sql.is(
            Visit.select(),
            expect![[r#"
                select "sql text"."visits"."id", "sql text"."visits"."patient_id", "sql text"."visits"."Group"
                from "sql text"."visits""#]],
        );
    }

    fn columns(sql) {
        sql.is(
            Patient.select().columns(Patient.name),
            expect![[r#"select "patients"."name" from "patients""#]],
        );
        sql.is(
            Patient.select().columns((Patient.name,)),
            expect![[r#"select "patients"."name" from "patients""#]],
        );
        sql.is(
            Patient.select().columns((Patient.name, Patient.age)),
            expect![[r#"select "patients"."name", "patients"."age" from "patients""#]],
        );
        sql.is(
            Patient.select().columns((Patient.all(), Patient.age + 1)),
            expect![[r#"
                select "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active", "patients"."age" + $1
                from "patients""#]],
        );
        sql.is(
            Patient.select().columns((
                (Patient.id, Patient.name),
                (Patient.age.is_null(), Patient.email),
            )),
            expect![[r#"
                select "patients"."id", "patients"."name", "patients"."age" is null,
                "patients"."email"
                from "patients""#]],
        );
    }

    fn expressions_as_columns(sql) {
        sql.is(
            Patient.select().columns((
                Patient.age.gt(17).and(Patient.active),
                Patient.name.concat("!"),
                Patient.age.assume_not_null() * 2,
                Patient.active.not(),
            )),
            expect![[r#"
                select "patients"."age" > $1 and "patients"."active", "patients"."name" || $2,
                "patients"."age" * $3, not "patients"."active"
                from "patients""#]],
        );
    }

    fn a_selectable_struct(sql) {
        let contact = SelectContact {
            name: Patient.name,
            address: Patient.email.concat(" (private)"),
        };
        sql.is(
            Patient.select().columns(contact),
            expect![[r#"select "patients"."name", "patients"."email" || $1 from "patients""#]],
        );
        sql.is(
            MedicalOrder
                .select()
                .inner_join_on(MedicalOrder.patient_id)
                .columns(SelectSummary {
                    order: MedicalOrder.id,
                    patient: contact,
                    old: Patient.age.gt(65),
                }),
            expect![[r#"
                select "medical_orders"."id", "patients"."name", "patients"."email" || $1,
                "patients"."age" > $2
                from "medical_orders"
                join "patients" on "medical_orders"."patient_id" = "patients"."id""#]],
        );
    }

    fn sixteen_columns(sql) {
        let id = Patient.id;
        sql.is(
            Patient.select().columns((
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                Patient.name,
            )),
            expect![[r#"
                select "patients"."id", "patients"."id", "patients"."id", "patients"."id",
                "patients"."id", "patients"."id", "patients"."id", "patients"."id",
                "patients"."id", "patients"."id", "patients"."id", "patients"."id",
                "patients"."id", "patients"."id", "patients"."id", "patients"."name"
                from "patients""#]],
        );
    }

    fn distinct(sql) {
        sql.is(
            Patient.select().distinct(),
            expect![[r#"
                select distinct "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active"
                from "patients""#]],
        );
        sql.is(
            Patient.select().columns(Patient.age).distinct(),
            expect![[r#"select distinct "patients"."age" from "patients""#]],
        );
        sql.is(
            Patient
                .select()
                .distinct()
                .columns((Patient.age, Patient.name)),
            expect![[r#"select distinct "patients"."age", "patients"."name" from "patients""#]],
        );
    }

    fn filters_are_joined_by_and(sql) {
        let patients = Patient.select().columns(Patient.id);
        sql.is(
            patients.filter(Patient.age.gt(17)),
            expect![[r#"select "patients"."id" from "patients" where "patients"."age" > $1"#]],
        );
        sql.is(
            patients
                .filter(Patient.age.gt(17))
                .filter(Patient.name.ne("x"))
                .filter(Patient.active),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" > $1 and "patients"."name" <> $2 and
                "patients"."active""#]],
        );
        sql.is(
            patients
                .filter(Patient.age.gt(17).or(Patient.active))
                .filter(Patient.name.ne("x").or(Patient.id.eq(1))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."age" > $1 or "patients"."active") and ("patients"."name" <>
                $2 or "patients"."id" = $3)"#]],
        );
    }

    fn a_value_as_filter(sql) {
        sql.is(
            Patient.select().columns(Patient.id).filter(true),
            expect![[r#"select "patients"."id" from "patients" where $1"#]],
        );
    }

    fn limit_and_offset(sql) {
        let patients = Patient.select().columns(Patient.id);
        sql.is(
            patients.limit(5),
            expect![[r#"select "patients"."id" from "patients" limit $1"#]],
        );
        sql.is(
            patients.offset(5_u64),
            expect![[r#"select "patients"."id" from "patients" offset $1"#]],
        );
        sql.is(
            patients.limit(5).offset(10),
            expect![[r#"select "patients"."id" from "patients" limit $1 offset $2"#]],
        );
        sql.is(
            patients.offset(10).limit(5),
            expect![[r#"select "patients"."id" from "patients" limit $1 offset $2"#]],
        );
        sql.is(
            patients.limit(None::<i64>).offset(Some(3_usize)),
            expect![[r#"select "patients"."id" from "patients" limit $1 offset $2"#]],
        );
    }

    fn all_clauses_in_their_order(sql) {
        sql.is(
            MedicalOrder
                .select()
                .limit(5)
                .offset(10)
                .order_by(MedicalOrder.status.asc())
                .filter(MedicalOrder.priority.gt(1))
                .left_join_on(MedicalOrder.patient_id)
                .group_by(MedicalOrder.status)
                .having(count().gt(3))
                .columns((MedicalOrder.status, count_of(Patient.id)))
                .distinct(),
            expect![[r#"
                select distinct "medical_orders"."status", count("patients"."id")
                from "medical_orders"
                left join "patients" on "medical_orders"."patient_id" = "patients"."id"
                where "medical_orders"."priority" > $1
                group by "medical_orders"."status"
                having count(*) > $2
                order by "medical_orders"."status"
                limit $3 offset $4"#]],
        );
    }

    fn find(sql) {
        sql.is(
            Patient.find(7),
            expect![[r#"
                select "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active"
                from "patients"
                where "patients"."id" = $1"#]],
        );
        sql.is(
            Patient.find_by_email("ana@example.org"),
            expect![[r#"
                select "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active"
                from "patients"
                where "patients"."email" = $1"#]],
        );
        sql.is(
            Enrollment.find(3, 7),
            expect![[r#"
                select "enrollments"."course", "enrollments"."student", "enrollments"."seat",
                "enrollments"."note"
                from "enrollments"
                where "enrollments"."course" = $1 and "enrollments"."student" = $2"#]],
        );
        sql.is(
            Visit.find(7),
            expect![[r#"
                select "sql text"."visits"."id", "sql text"."visits"."patient_id", "sql text"."visits"."Group"
                from "sql text"."visits"
                where "sql text"."visits"."id" = $1"#]],
        );
        sql.is(
            Manager.find(7),
            expect![[r#"
                select "Manager"."id", "Manager"."name", "Manager"."manager_id"
                from "employees" as "Manager"
                where "Manager"."id" = $1"#]],
        );
        sql.is(
            Enrollment
                .find(3, 7)
                .filter(Enrollment.seat.gt(1).or(Enrollment.note.is_null())),
            expect![[r#"
                select "enrollments"."course", "enrollments"."student", "enrollments"."seat",
                "enrollments"."note"
                from "enrollments"
                where "enrollments"."course" = $1 and "enrollments"."student" = $2 and
                ("enrollments"."seat" > $3 or "enrollments"."note" is null)"#]],
        );
    }
}
