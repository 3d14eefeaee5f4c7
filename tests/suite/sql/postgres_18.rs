//! Statements that need Postgres 18.

use expect_test::expect;
use schema_core::prelude::*;
use schema_core::query::{new, old};

use crate::tables::{NewPatient, Patient};

cases! {
    fn old_and_new_rows(sql) {
        sql.is(
            Patient
                .update()
                .set(Patient.age, 41)
                .filter(Patient.id.eq(7))
                .returning((Patient.id, old(Patient).age, new(Patient).name)),
            expect![[r#"
                update "patients" set "age" = $1
                where "patients"."id" = $2
                returning "patients"."id", old."age", new."name""#]],
        );
        sql.is(
            Patient
                .insert(NewPatient { email: "a@b.org".into(), name: "Ana".into() })
                .on_conflict(Patient.email)
                .do_update()
                .set(Patient.age, 41)
                .returning((old(Patient).id.is_null(), new(Patient).all())),
            expect![[r#"
                insert into "patients" ("email", "name")
                values ($1, $2)
                on conflict ("email") do update set "age" = $3
                returning old."id" is null, new."id", new."email", new."name", new."age",
                new."active""#]],
        );
        sql.is(
            Patient.delete().filter(Patient.id.eq(7)).returning((old(Patient).all(), new(Patient).id)),
            expect![[r#"
                delete
                from "patients"
                where "patients"."id" = $1
                returning old."id", old."email", old."name", old."age", old."active", new."id""#]],
        );
    }
}
