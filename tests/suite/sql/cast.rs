//! Casts.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, Note, OrderStatus, Patient};

cases! {
    fn to_other_types(sql) {
        sql.is(
            Patient.select().columns((
                Patient.id.cast::<String>(),
                (Patient.age + 1).cast::<f64>(),
                Patient.active.cast::<i32>(),
                value("7").cast::<i64>(),
                Patient.name.cast::<Vector<3>>(),
                Patient.name.cast::<Vec<i64>>(),
            )),
            expect![[r#"
                select "patients"."id"::text, ("patients"."age" + $1)::double precision,
                "patients"."active"::integer, $2::text::bigint, "patients"."name"::vector(3),
                "patients"."name"::bigint[]
                from "patients""#]],
        );
        sql.is(
            MedicalOrder
                .select()
                .filter(MedicalOrder.status.cast::<String>().like("p%"))
                .columns(value("paid").cast::<OrderStatus>()),
            expect![[r#"
                select $1::text::"order_status"
                from "medical_orders"
                where "medical_orders"."status"::text like $2"#]],
        );
        sql.is(
            Note.select().columns((
                Note.embedding.cast::<HalfVector<3>>(),
                Note.scores.cast::<Vec<i32>>(),
                Note.body.get("n").cast::<i32>(),
                Note.embedding.cast::<Vec<f32>>(),
                Note.bits.cast::<i32>(),
            )),
            expect![[r#"
                select "notes"."embedding"::halfvec(3), "notes"."scores"::integer[],
                ("notes"."body" -> $1)::integer, "notes"."embedding"::real[],
                "notes"."bits"::integer
                from "notes""#]],
        );
    }
}
