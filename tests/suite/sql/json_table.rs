//! `json_table`: JSON as rows of a struct.

use expect_test::expect;
use schema_core::prelude::*;
use schema_core::query::json_table;
use serde_json::{Value, json};

use crate::json_path::Run;
use crate::tables::{Note, OrderStatus, Patient};

#[derive(Selectable, JsonTable)]
#[json_table(path = "$.items[*]")]
struct Ordered {
    #[json_table(ordinality)]
    number: i32,
    count: i32,
    #[json_table(path = "$.product.\"it's\"")]
    product: Option<String>,
    #[json_table(exists = "$.note")]
    has_note: bool,
    sizes: Option<Vec<f64>>,
    #[json_table(path = "strict $.state")]
    state: OrderStatus,
    more: Option<Value>,
}

#[derive(Selectable, JsonTable)]
struct Tag {
    #[json_table(path = "$")]
    name: Option<String>,
}

alias!(Tagged = Tag);

cases! {
    fn json_tables(sql) {
        sql.is(
            Note.select()
                .inner_join_lateral(json_table(Note.body, Ordered))
                .filter(Ordered.count.gt(1))
                .columns((Note.id, Ordered.all())),
            expect![[r#"
                select "notes"."id", "Ordered"."number", "Ordered"."count",
                "Ordered"."product", "Ordered"."has_note", "Ordered"."sizes",
                "Ordered"."state", "Ordered"."more"
                from "notes"
                cross join lateral json_table("notes"."body", '$.items[*]' columns ("number"
                for ordinality, "count" integer error on empty error on error, "product" text
                path '$.product."it''s"', "has_note" boolean exists path '$.note', "sizes"
                double precision[], "state" "order_status" path 'strict $.state' error on
                empty error on error, "more" jsonb)) as "Ordered"
                where "Ordered"."count" > $1"#]],
        );
        sql.is(
            Run.select()
                .left_join_lateral(json_table(Run.body.path().steps, Tagged))
                .columns((Run.id, Tagged.name)),
            expect![[r#"
                select "reports"."id", "Tagged"."name"
                from "reports"
                left join lateral json_table("reports"."body" -> 'steps', '$[*]' columns
                ("name" text path '$')) as "Tagged" on true"#]],
        );
        sql.is(
            json_table(value(json!({"name": "a"})), Tagged).select().columns(count()),
            expect![[r#"
                select count(*)
                from json_table($1::jsonb, '$[*]' columns ("name" text path '$')) as "Tagged""#]],
        );
        sql.is(
            Patient
                .select()
                .inner_join(json_table(value(json!(["Ana"])), Tag), Tag.name.eq(Patient.name))
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                join json_table($1::jsonb, '$[*]' columns ("name" text path '$')) as "Tag" on
                "Tag"."name" = "patients"."name""#]],
        );
        sql.is(
            Note.select()
                .filter(exists(
                    Patient
                        .select()
                        .correlate(Note)
                        .inner_join_lateral(json_table(Note.body, Tag))
                        .filter(Tag.name.eq(Patient.name)),
                ))
                .columns(Note.id),
            expect![[r#"
                select "notes"."id"
                from "notes"
                where exists (select 1
                from "patients"
                cross join lateral json_table("notes"."body", '$[*]' columns ("name" text path
                '$')) as "Tag"
                where "Tag"."name" = "patients"."name")"#]],
        );
    }
}
