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

    fn other_sources(sql) {
        sql.is(
            Visit.delete().using(Patient).filter(Visit.patient_id.eq(Patient.id)).filter(Patient.active.not()),
            expect![[r#"
                delete
                from "sql text"."visits" using "patients"
                where "sql text"."visits"."patient_id" = "patients"."id" and not
                "patients"."active""#]],
        );
        let series = generate_series(1_i64, 3);
        sql.is(
            Visit
                .delete()
                .using(Patient)
                .using(series)
                .filter(Visit.patient_id.eq(Patient.id).and(Patient.id.eq(series.value)))
                .returning((Visit.id, Patient.name)),
            expect![[r#"
                delete
                from "sql text"."visits" using "patients", generate_series($1::bigint,
                $2::bigint) as "generate_series" ("value")
                where "sql text"."visits"."patient_id" = "patients"."id" and "patients"."id" =
                "generate_series"."value"
                returning "sql text"."visits"."id", "patients"."name""#]],
        );
    }
}
