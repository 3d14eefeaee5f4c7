//! `order_by` and `limit` of an update or delete.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Enrollment, Patient, Visit};

cases! {
    fn updates(sql) {
        let update = Patient.update().set(Patient.age, 41).filter(Patient.active);
        sql.is(update.clone().limit(10), expect![[r#"
            with "limited" as materialized (select "patients"."id"
            from "patients"
            where "patients"."active"
            limit $1 for update) update "patients" set "age" = $2
            from "limited"
            where "patients"."id" = "limited"."id""#]]);
        sql.is(
            update.order_by((Patient.age.desc(), Patient.id)).limit(3).skip_locked().returning(Patient.id),
            expect![[r#"
                with "limited" as materialized (select "patients"."id"
                from "patients"
                where "patients"."active"
                order by "patients"."age" desc, "patients"."id"
                limit $1 for update skip locked) update "patients" set "age" = $2
                from "limited"
                where "patients"."id" = "limited"."id"
                returning "patients"."id""#]],
        );
        let email: Option<&str> = None;
        sql.is(
            Patient
                .update()
                .set_if(Patient.email, email)
                .set_if(Patient.age, Some(7))
                .filter(Patient.id.gt(7))
                .limit(1),
            expect![[r#"
                with "limited" as materialized (select "patients"."id"
                from "patients"
                where "patients"."id" > $1
                limit $2 for update) update "patients" set "age" = $3
                from "limited"
                where "patients"."id" = "limited"."id""#]],
        );
    }

    fn deletes(sql) {
        sql.is(Enrollment.delete().filter(Enrollment.seat.gt(3)).limit(5), expect![[r#"
            with "limited" as materialized (select "enrollments"."course",
            "enrollments"."student"
            from "enrollments"
            where "enrollments"."seat" > $1
            limit $2 for update) delete
            from "enrollments" using "limited"
            where ("enrollments"."course", "enrollments"."student") = ("limited"."course",
            "limited"."student")"#]]);
        sql.is(
            Visit.delete().filter(Visit.group.eq(3)).order_by(Visit.id).limit(5).returning_all(),
            expect![[r#"
                with "limited" as materialized (select "sql text"."visits"."id"
                from "sql text"."visits"
                where "sql text"."visits"."Group" = $1
                order by "sql text"."visits"."id"
                limit $2 for update) delete
                from "sql text"."visits" using "limited"
                where "sql text"."visits"."id" = "limited"."id"
                returning "sql text"."visits"."id", "sql text"."visits"."patient_id", "sql text"."visits"."Group""#]],
        );
    }
}
