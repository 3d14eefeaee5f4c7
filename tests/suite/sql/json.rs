//! JSON, and containment of JSON and arrays.

use expect_test::expect;
use schema_core::prelude::*;
use serde_json::json;

use crate::tables::{Note, OrderStatus};

cases! {
    fn parts(sql) {
        let notes = Note.select();
        sql.is(
            notes.columns((Note.body.get("a"), Note.body.get_text("a"))),
            expect![[r#"select "notes"."body" -> $1, "notes"."body" ->> $2 from "notes""#]],
        );
        sql.is(
            notes.columns((Note.body.get(0), Note.body.get_text(-1))),
            expect![[r#"
                select "notes"."body" -> $1::integer, "notes"."body" ->> $2::integer
                from "notes""#]],
        );
        sql.is(
            notes.columns(Note.analysis.get_text(String::from("agent"))),
            expect![[r#"select "notes"."analysis" ->> $1 from "notes""#]],
        );
        sql.is(
            notes.columns((
                Note.body.at(["a", "0"]),
                Note.body.at_text(vec!["a".to_owned()]),
            )),
            expect![[r#"select "notes"."body" #> $1, "notes"."body" #>> $2 from "notes""#]],
        );
    }

    fn parts_of_parts(sql) {
        let notes = Note.select();
        sql.is(
            notes.columns(Note.body.get("a").get("b").get(0)),
            expect![[r#"select "notes"."body" -> $1 -> $2 -> $3::integer from "notes""#]],
        );
        sql.is(
            notes.columns(Note.body.get("a").at(["b"]).get_text("c")),
            expect![[r#"select "notes"."body" -> $1 #> $2 ->> $3 from "notes""#]],
        );
    }

    fn parts_are_compared(sql) {
        let notes = Note.select().columns(Note.id);
        sql.is(
            notes.filter(Note.body.get_text("a").eq("x")),
            expect![[r#"select "notes"."id" from "notes" where "notes"."body" ->> $1 = $2"#]],
        );
        sql.is(
            notes.filter(Note.body.get("a").get_text("b").ilike("%x%")),
            expect![[
                r#"select "notes"."id" from "notes" where "notes"."body" -> $1 ->> $2 ilike $3"#
            ]],
        );
        sql.is(
            notes.filter(Note.body.get("a").eq(json!([1]))),
            expect![[r#"select "notes"."id" from "notes" where "notes"."body" -> $1 = $2"#]],
        );
        sql.is(
            notes.filter(Note.body.get("a").is_null()),
            expect![[r#"select "notes"."id" from "notes" where "notes"."body" -> $1 is null"#]],
        );
        sql.is(
            notes.filter(Note.body.get("a").contains(json!({"b": 1}))),
            expect![[r#"select "notes"."id" from "notes" where "notes"."body" -> $1 @> $2"#]],
        );
        sql.is(
            notes.filter(Note.body.get_text("a").concat("!").eq("x!")),
            expect![[r#"select "notes"."id" from "notes" where "notes"."body" ->> $1 || $2 = $3"#]],
        );
        sql.is(
            notes.filter(Note.body.get("a").eq(Note.body.get("b"))),
            expect![[r#"
                select "notes"."id"
                from "notes"
                where "notes"."body" -> $1 = "notes"."body" -> $2"#]],
        );
        sql.is(
            notes.filter(Note.body.contains(Note.body.get("a"))),
            expect![[r#"
                select "notes"."id"
                from "notes"
                where "notes"."body" @> ("notes"."body" -> $1)"#]],
        );
        sql.is(
            notes.filter(Note.body.get_text("a").eq_any(["x", "y"])),
            expect![[r#"select "notes"."id" from "notes" where "notes"."body" ->> $1 = any($2)"#]],
        );
        sql.is(
            notes.order_by(Note.body.get_text("a").desc().nulls_last()),
            expect![[r#"
                select "notes"."id"
                from "notes"
                order by "notes"."body" ->> $1 desc nulls last"#]],
        );
    }

    fn containment(sql) {
        let notes = Note.select().columns(Note.id);
        sql.is(
            notes.filter(Note.body.contains(json!({"a": 1}))),
            expect![[r#"select "notes"."id" from "notes" where "notes"."body" @> $1"#]],
        );
        sql.is(
            notes.filter(Note.body.contained_by(json!({"a": 1}))),
            expect![[r#"select "notes"."id" from "notes" where "notes"."body" <@ $1"#]],
        );
        sql.is(
            notes.filter(Note.analysis.contains(json!({"agent": "triage"}))),
            expect![[r#"select "notes"."id" from "notes" where "notes"."analysis" @> $1"#]],
        );
        sql.is(
            notes.filter(
                Note.body
                    .contains(json!([]))
                    .and(Note.body.contains(json!({})).not()),
            ),
            expect![[r#"
                select "notes"."id"
                from "notes"
                where "notes"."body" @> $1 and not "notes"."body" @> $2"#]],
        );
    }

    fn containment_of_arrays(sql) {
        let notes = Note.select().columns(Note.id);
        sql.is(
            notes.filter(Note.tags.contains(["a"])),
            expect![[r#"select "notes"."id" from "notes" where "notes"."tags" @> $1"#]],
        );
        sql.is(
            notes.filter(Note.tags.contained_by(vec!["a".to_owned()])),
            expect![[r#"select "notes"."id" from "notes" where "notes"."tags" <@ $1"#]],
        );
        sql.is(
            notes.filter(Note.scores.contains([0.5])),
            expect![[r#"select "notes"."id" from "notes" where "notes"."scores" @> $1"#]],
        );
        sql.is(
            notes.filter(Note.states.contains([OrderStatus::Paid])),
            expect![[r#"select "notes"."id" from "notes" where "notes"."states" @> $1"#]],
        );
        sql.is(
            notes.filter(Note.tags.contains(Note.tags).eq(true)),
            expect![[
                r#"select "notes"."id" from "notes" where "notes"."tags" @> "notes"."tags" = $1"#
            ]],
        );
    }

    fn keys(sql) {
        let notes = Note.select().columns(Note.id);
        sql.is(
            notes.filter(Note.body.has_key("a")),
            expect![[r#"select "notes"."id" from "notes" where "notes"."body" ? $1"#]],
        );
        sql.is(
            notes.filter(Note.body.has_any_key(["a", "b"])),
            expect![[r#"select "notes"."id" from "notes" where "notes"."body" ?| $1"#]],
        );
        sql.is(
            notes.filter(Note.body.has_all_keys(["a", "b"])),
            expect![[r#"select "notes"."id" from "notes" where "notes"."body" ?& $1"#]],
        );
        sql.is(
            notes.filter(
                Note.body
                    .get("a")
                    .has_key("b")
                    .and(Note.body.has_key(Note.title).not()),
            ),
            expect![[r#"
                select "notes"."id"
                from "notes"
                where "notes"."body" -> $1 ? $2 and not "notes"."body" ? "notes"."title""#]],
        );
    }
}
