//! `on conflict`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Enrollment, NewEnrollment, NewPatient, NewVisit, Patient, Visit};

fn ana() -> NewPatient {
    NewPatient {
        email: "ana@example.org".into(),
        name: "Ana".into(),
    }
}

fn seat() -> NewEnrollment {
    NewEnrollment {
        course: 1,
        student: 2,
        seat: 3,
    }
}

cases! {
    fn nothing(sql) {
        sql.is(
            Patient.insert(ana()).on_conflict_do_nothing(),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict do nothing"#]],
        );
        sql.is(
            Patient
                .insert(ana())
                .on_conflict(Patient.email)
                .do_nothing(),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict ("email") do nothing"#]],
        );
        sql.is(
            Patient.insert_many([ana()]).on_conflict_do_nothing(),
            expect![[r#"
                insert into "patients" ("email", "name")
                select "email", "name"
                from unnest($1, $2) as "rows" ("email", "name")
                on conflict do nothing"#]],
        );
        sql.is(
            Patient
                .insert_many([ana()])
                .on_conflict(Patient.id)
                .do_nothing(),
            expect![[r#"
                insert into "patients" ("email", "name")
                select "email", "name"
                from unnest($1, $2) as "rows" ("email", "name")
                on conflict ("id") do nothing"#]],
        );
    }

    fn targets_of_several_columns(sql) {
        sql.is(
            Enrollment
                .insert(seat())
                .on_conflict((Enrollment.course, Enrollment.student))
                .do_nothing(),
            expect![[r#"
                insert into "enrollments" ("course", "student", "seat")
                values ($1, $2, $3)
                on conflict ("course", "student") do nothing"#]],
        );
        sql.is(
            Enrollment
                .insert(seat())
                .on_conflict((Enrollment.student, Enrollment.seat))
                .do_nothing(),
            expect![[r#"
                insert into "enrollments" ("course", "student", "seat")
                values ($1, $2, $3)
                on conflict ("student", "seat") do nothing"#]],
        );
    }

    fn update(sql) {
        sql.is(
            Patient
                .insert(ana())
                .on_conflict(Patient.email)
                .do_update()
                .set(Patient.name, "Ana"),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict ("email") do update set "name" = $3"#]],
        );
        sql.is(
            Patient
                .insert(ana())
                .set(Patient.age, 41)
                .on_conflict(Patient.email)
                .do_update()
                .set(Patient.name, excluded(Patient.name))
                .set(Patient.age, Patient.age + excluded(Patient.age) * 2)
                .set(Patient.active, true),
            expect![[r#"
                insert into "patients" ("email", "name", "age")
                values ($1, $2, $3)
                on conflict ("email") do update set "name" = excluded."name", "age" =
                "patients"."age" + excluded."age" * $4, "active" = $5"#]],
        );
        sql.is(
            Visit
                .insert(NewVisit { patient_id: 7 })
                .on_conflict(Visit.id)
                .do_update()
                .set(Visit.group, excluded(Visit.group) + Visit.group),
            expect![[r#"
                insert into "sql text"."visits" ("patient_id")
                values ($1)
                on conflict ("id") do update set "Group" = excluded."Group" + "sql text"."visits"."Group""#]],
        );
    }

    fn update_of_many(sql) {
        sql.is(
            Patient
                .insert_many([ana()])
                .set(Patient.active, true)
                .on_conflict(Patient.email)
                .do_update()
                .set(Patient.name, excluded(Patient.name)),
            expect![[r#"
                insert into "patients" ("email", "name", "active")
                select "email", "name", $1
                from unnest($2, $3) as "rows" ("email", "name")
                on conflict ("email") do update set "name" = excluded."name""#]],
        );
    }

    fn update_of_some(sql) {
        let update = Patient
            .insert(ana())
            .on_conflict(Patient.email)
            .do_update()
            .set(Patient.name, excluded(Patient.name))
            .filter(Patient.name.is_distinct_from(excluded(Patient.name)));
        sql.is(
            update.filter(Patient.active.or(Patient.age.is_null())),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict ("email") do update set "name" = excluded."name"
                where "patients"."name" is distinct from excluded."name" and
                ("patients"."active" or "patients"."age" is null)"#]],
        );
    }

    fn keep(sql) {
        sql.is(
            Patient.insert(ana()).on_conflict(Patient.email).do_keep().returning_all(),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict ("email") do update set "email" = "patients"."email"
                returning "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active""#]],
        );
        sql.is(
            Enrollment
                .insert(seat())
                .on_conflict((Enrollment.course, Enrollment.student))
                .do_keep()
                .returning(Enrollment.note),
            expect![[r#"
                insert into "enrollments" ("course", "student", "seat")
                values ($1, $2, $3)
                on conflict ("course", "student") do update set "course" =
                "enrollments"."course"
                returning "enrollments"."note""#]],
        );
    }

    fn returning(sql) {
        sql.is(
            Patient
                .insert(ana())
                .on_conflict(Patient.email)
                .do_update()
                .set(Patient.name, excluded(Patient.name))
                .returning(Patient.id),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict ("email") do update set "name" = excluded."name"
                returning "patients"."id""#]],
        );
        sql.is(
            Patient
                .insert(ana())
                .on_conflict_do_nothing()
                .returning_all(),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict do nothing
                returning "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active""#]],
        );
    }

    fn constraints_and_expressions(sql) {
        let new = || Patient.insert(NewPatient { email: "a@b.org".into(), name: "Ana".into() });
        sql.is(new().on_constraint("patients_email_key").do_nothing(), expect![[r#"
            insert into "patients" ("email", "name")
            values ($1, $2)
            on conflict on constraint "patients_email_key" do nothing"#]]);
        sql.is(
            new().on_constraint("patients_pkey").do_update().set(Patient.age, 41).filter(Patient.active),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict on constraint "patients_pkey" do update set "age" = $3
                where "patients"."active""#]],
        );
    }

    fn excluded_columns(sql) {
        let new = || Patient.insert(NewPatient { email: "a@b.org".into(), name: "Ana".into() });
        sql.is(
            new()
                .on_conflict(Patient.email)
                .do_update()
                .set_excluded((Patient.name, Patient.age))
                .set(Patient.active, true),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict ("email") do update set "name" = excluded."name", "age" =
                excluded."age", "active" = $3"#]],
        );
        sql.is(
            new()
                .on_conflict(Patient.email)
                .do_update()
                .set(Patient.active, true)
                .set_if(Patient.age, Some(41))
                .set_excluded(Patient.name),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict ("email") do update set "active" = $3, "age" = $4, "name" =
                excluded."name""#]],
        );
        sql.is(
            new()
                .on_conflict(Patient.email)
                .do_update()
                .set(Patient.active, true)
                .filter(Patient.active.eq(false))
                .set_excluded((Patient.name, Patient.age)),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict ("email") do update set "active" = $3, "name" = excluded."name",
                "age" = excluded."age"
                where "patients"."active" = $4"#]],
        );
    }
}
