//! `returning`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::select::SelectContact;
use crate::tables::{NewPatient, NewVisit, Patient, Visit};

fn ana() -> NewPatient {
    NewPatient {
        email: "ana@example.org".into(),
        name: "Ana".into(),
    }
}

cases! {
    fn of_each_statement(sql) {
        sql.is(
            Patient.insert(ana()).returning(Patient.id),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                returning "patients"."id""#]],
        );
        sql.is(
            Patient.insert_many([ana()]).returning(Patient.id),
            expect![[r#"
                insert into "patients" ("email", "name")
                select "email", "name"
                from unnest($1, $2) as "rows" ("email", "name")
                returning "patients"."id""#]],
        );
        sql.is(
            Patient
                .update()
                .set(Patient.age, 1)
                .filter(Patient.id.eq(7))
                .returning(Patient.id),
            expect![[r#"
                update "patients" set "age" = $1
                where "patients"."id" = $2
                returning "patients"."id""#]],
        );
        sql.is(
            Patient
                .delete()
                .filter(Patient.id.eq(7))
                .returning(Patient.id),
            expect![[
                r#"delete from "patients" where "patients"."id" = $1 returning "patients"."id""#
            ]],
        );
        sql.is(
            Visit
                .insert(NewVisit { patient_id: 7 })
                .returning(Visit.group),
            expect![[r#"
                insert into "sql text"."visits" ("patient_id")
                values ($1)
                returning "sql text"."visits"."Group""#]],
        );
    }

    fn whole_rows(sql) {
        sql.is(
            Patient.insert(ana()).returning_all(),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                returning "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active""#]],
        );
        sql.is(
            Patient.insert_many([ana()]).returning_all(),
            expect![[r#"
                insert into "patients" ("email", "name")
                select "email", "name"
                from unnest($1, $2) as "rows" ("email", "name")
                returning "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active""#]],
        );
        sql.is(
            Patient
                .update()
                .set(Patient.age, 1)
                .all_rows()
                .returning_all(),
            expect![[r#"
                update "patients" set "age" = $1
                returning "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active""#]],
        );
        sql.is(
            Patient.delete().all_rows().returning_all(),
            expect![[r#"
                delete
                from "patients"
                returning "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active""#]],
        );
    }

    fn expressions(sql) {
        let contact = SelectContact {
            name: Patient.name,
            address: Patient.email,
        };
        sql.is(
            Patient
                .insert(ana())
                .returning((Patient.id, Patient.age + 1)),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                returning "patients"."id", "patients"."age" + $3"#]],
        );
        sql.is(
            Patient.insert(ana()).returning(contact),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                returning "patients"."name", "patients"."email""#]],
        );
        sql.is(
            Patient
                .insert(ana())
                .returning((Patient.all(), Patient.age.is_null())),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                returning "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active", "patients"."age" is null"#]],
        );
    }
}
