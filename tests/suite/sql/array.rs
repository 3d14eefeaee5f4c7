//! Arrays: operators, subscripts, constructors, functions.

use expect_test::expect;
use schema_core::expr::any;
use schema_core::expr::array;
use schema_core::expr::function::{
    array_append, array_cat, array_dims, array_length, array_lower, array_ndims, array_position,
    array_positions, array_prepend, array_remove, array_replace, array_sample, array_shuffle,
    array_to_string, array_upper, cardinality, string_to_array, trim_array,
};
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, Note, Patient};

cases! {
    fn subscripts_and_slices(sql) {
        sql.is(
            Note.select().columns((
                Note.tags.element(1),
                Note.scores.slice(1, 2),
                Note.scores.slice_from(2),
                Note.scores.slice_to(3),
                string_to_array(Note.title, ",").element(2),
            )),
            expect![[r#"
                select "notes"."tags"[$1], "notes"."scores"[$2:$3], "notes"."scores"[$4:],
                "notes"."scores"[:$5], (string_to_array("notes"."title", $6::text))[$7]
                from "notes""#]],
        );
        sql.is(
            Note.select().filter(Note.tags.element(1).eq("a").and(Note.tags.slice(1, 2).contains(["b"]))).columns(Note.id),
            expect![[r#"
                select "notes"."id"
                from "notes"
                where "notes"."tags"[$1] = $2 and "notes"."tags"[$3:$4] @> $5"#]],
        );
    }

    fn operators(sql) {
        sql.is(
            Note.select()
                .filter(Note.tags.overlaps(["a", "b"]))
                .columns((Note.tags.concat(["c"]), Note.tags.concat(Note.tags))),
            expect![[r#"
                select "notes"."tags" || $1, "notes"."tags" || "notes"."tags"
                from "notes"
                where "notes"."tags" && $2"#]],
        );
    }

    fn constructors(sql) {
        sql.is(
            Patient.select().columns(array![Patient.name, Patient.email, "a", Patient.name.concat("b")]),
            expect![[r#"
                select array["patients"."name", "patients"."email", $1::text,
                "patients"."name" || $2]
                from "patients""#]],
        );
        let orders = MedicalOrder
            .select()
            .correlate(Patient)
            .filter(MedicalOrder.patient_id.eq(Patient.id))
            .columns(MedicalOrder.doctor_id);
        sql.is(
            Patient.select().columns((Patient.id, array(orders))),
            expect![[r#"
                select "patients"."id", array(select "medical_orders"."doctor_id"
                from "medical_orders"
                where "medical_orders"."patient_id" = "patients"."id")
                from "patients""#]],
        );
        sql.is(
            Patient.select().filter(value("x").eq(any(array![Patient.name, Patient.email]))).columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where $1::text = any(array["patients"."name", "patients"."email"])"#]],
        );
    }

    fn functions(sql) {
        let t = Note.tags;
        sql.is(
            Note.select().columns((
                array_append(t, "a"),
                array_prepend("a", t),
                array_cat(t, ["a"]),
                array_position(t, "a"),
                array_positions(t, None::<String>),
                array_remove(t, "a"),
                array_replace(t, "a", "b"),
            )),
            expect![[r#"
                select array_append("notes"."tags", $1::text), array_prepend($2::text,
                "notes"."tags"), array_cat("notes"."tags", $3::text[]),
                array_position("notes"."tags", $4::text), array_positions("notes"."tags",
                $5::text), array_remove("notes"."tags", $6::text),
                array_replace("notes"."tags", $7::text, $8::text)
                from "notes""#]],
        );
        sql.is(
            Note.select().columns((
                array_dims(t),
                array_length(t, 1),
                array_lower(t, 1),
                array_ndims(t),
                array_upper(t, 1),
                cardinality(t),
                array_sample(t, 1),
                array_shuffle(t),
                array_to_string(t, ","),
                trim_array(t, 1),
            )),
            expect![[r#"
                select array_dims("notes"."tags"), array_length("notes"."tags", $1::integer),
                array_lower("notes"."tags", $2::integer), array_ndims("notes"."tags"),
                array_upper("notes"."tags", $3::integer), cardinality("notes"."tags"),
                array_sample("notes"."tags", $4::integer), array_shuffle("notes"."tags"),
                array_to_string("notes"."tags", $5::text), trim_array("notes"."tags",
                $6::integer)
                from "notes""#]],
        );
    }
}
