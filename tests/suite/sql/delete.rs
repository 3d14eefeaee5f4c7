//! `delete`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Patient, Visit};

cases! {
    fn rows(sql) {
        sql.is(
            Patient.delete().filter(Patient.id.eq(7)),
            expect![[r#"delete from "patients" where "patients"."id" = $1"#]],
        );
        sql.is(
            Patient
                .delete()
                .filter(Patient.id.eq_any([7, 8]))
                .filter(Patient.active.or(Patient.age.is_null())),
            expect![[r#"
                delete
                from "patients"
                where "patients"."id" = any($1) and ("patients"."active" or "patients"."age"
                is null)"#]],
        );
        sql.is(
            Patient.delete().all_rows(),
            expect![[r#"delete from "patients""#]],
        );
        sql.is(
            Visit.delete().filter(Visit.group.eq(7)),
            expect![[r#"delete from "sql text"."visits" where "sql text"."visits"."Group" = $1"#]],
        );
    }
}
