//! Functions without arguments and NULL, used as values.

use expect_test::expect;
use schema_core::expr::now;
use schema_core::prelude::*;

use crate::tables::{Counter, MedicalOrder, NewCounter, Patient};

cases! {
    fn now_as_a_value(sql) {
        sql.is(
            MedicalOrder
                .update()
                .set(MedicalOrder.created_at, now())
                .filter(MedicalOrder.id.eq(1)),
            expect![[r#"
                update "medical_orders" set "created_at" = now()
                where "medical_orders"."id" = $1"#]],
        );
    }

    fn null_as_a_value(sql) {
        sql.is(
            Patient
                .update()
                .set(Patient.age, null())
                .set(Patient.active, true)
                .filter(Patient.id.eq(1)),
            expect![[
                r#"update "patients" set "age" = null, "active" = $1 where "patients"."id" = $2"#
            ]],
        );
        sql.is(
            Patient
                .update()
                .set(Patient.age, None::<i32>)
                .filter(Patient.id.eq(1)),
            expect![[r#"update "patients" set "age" = $1 where "patients"."id" = $2"#]],
        );
        sql.is(
            Counter.insert(NewCounter {}).set(Counter.label, null()),
            expect![[r#"insert into "counters" ("label") values (null)"#]],
        );
        sql.is(
            Counter
                .insert_many(vec![NewCounter {}])
                .set(Counter.label, null()),
            expect![[
                r#"insert into "counters" ("label") select null from generate_series(1, $1)"#
            ]],
        );
    }
}
