//! Functions and operators that read, modify, build and aggregate JSON.

use expect_test::expect;
use schema_core::expr::function::{
    json_agg, json_exists, json_object_agg, json_query, json_query_array, json_value, jsonb_agg,
    jsonb_agg_strict, jsonb_array_length, jsonb_build_array, jsonb_build_object, jsonb_insert,
    jsonb_insert_after, jsonb_object, jsonb_object_agg, jsonb_object_agg_strict,
    jsonb_object_agg_unique, jsonb_object_agg_unique_strict, jsonb_path_exists,
    jsonb_path_exists_tz, jsonb_path_exists_with, jsonb_path_match, jsonb_path_match_tz,
    jsonb_path_match_with, jsonb_path_query_array, jsonb_path_query_array_tz,
    jsonb_path_query_array_with, jsonb_path_query_first, jsonb_path_query_first_tz,
    jsonb_path_query_first_with, jsonb_pretty, jsonb_set, jsonb_set_existing, jsonb_set_lax,
    jsonb_set_or_delete, jsonb_set_or_keep, jsonb_strip_nulls, jsonb_typeof, to_jsonb,
};
use schema_core::prelude::*;
use schema_core::types::JsonPath;
use serde_json::json;

use crate::tables::{Analysis, Note};

fn path(path: &str) -> JsonPath {
    JsonPath::new(path)
}

cases! {
    fn json_is_modified_by_operators(sql) {
        let analysis = Json(Analysis { agent: "a".into() });
        sql.is(
            Note.select().columns((
                Note.body.merge(json!({"a": 1})).merge(Note.analysis).merge(analysis),
                Note.body.without("a").without(-1).without(["b", "c"]).without(vec![String::from("d")]),
                Note.body.without_path(["a", "0"]).get("x"),
                (Note.analysis.without("a")).merge(Note.body.get("x")),
            )),
            expect![[r#"
                select "notes"."body" || $1 || "notes"."analysis" || $2, "notes"."body" -
                $3::text - $4::integer - $5::text[] - $6::text[], "notes"."body" #- $7 -> $8,
                "notes"."analysis" - $9::text || ("notes"."body" -> $10)
                from "notes""#]],
        );
    }

    fn paths(sql) {
        sql.is(
            Note.select()
                .filter(Note.body.path_exists(path("$.a")).and(Note.analysis.path_matches(path("$.b > 3"))))
                .columns((
                    jsonb_path_exists(Note.body, path("$")),
                    jsonb_path_exists_with(Note.body, path("$ ? (@ > $x)"), json!({"x": 1})),
                    jsonb_path_exists_tz(Note.body, path("$")),
                    jsonb_path_match(Note.body, path("$ > 1")),
                    jsonb_path_match_with(Note.body, path("$ > $x"), json!({"x": 1})),
                    jsonb_path_match_tz(Note.body, path("$ > 1")),
                )),
            expect![[r#"
                select jsonb_path_exists("notes"."body", $1::jsonpath),
                jsonb_path_exists("notes"."body", $2::jsonpath, $3::jsonb),
                jsonb_path_exists_tz("notes"."body", $4::jsonpath),
                jsonb_path_match("notes"."body", $5::jsonpath),
                jsonb_path_match("notes"."body", $6::jsonpath, $7::jsonb),
                jsonb_path_match_tz("notes"."body", $8::jsonpath)
                from "notes"
                where "notes"."body" @? $9 and "notes"."analysis" @@ $10"#]],
        );
        sql.is(
            Note.select().columns((
                jsonb_path_query_array(Note.body, path("$[*]")),
                jsonb_path_query_array_with(Note.body, path("$[*] ? (@ > $x)"), json!({"x": 1})),
                jsonb_path_query_array_tz(Note.body, path("$[*]")),
                jsonb_path_query_first(Note.body, path("$[*]")),
                jsonb_path_query_first_with(Note.body, path("$[*] ? (@ > $x)"), json!({"x": 1})),
                jsonb_path_query_first_tz(Note.body, path("$[*]")),
                json_exists(Note.body, path("$.a")),
                json_query(Note.body, path("$.a")),
                json_query_array(Note.body, path("$.a[*]")),
                json_value::<String, _>(Note.body, path("$.a")),
                json_value::<f64, _>(Note.analysis, path("$.a")),
            )),
            expect![[r#"
                select jsonb_path_query_array("notes"."body", $1::jsonpath),
                jsonb_path_query_array("notes"."body", $2::jsonpath, $3::jsonb),
                jsonb_path_query_array_tz("notes"."body", $4::jsonpath),
                jsonb_path_query_first("notes"."body", $5::jsonpath),
                jsonb_path_query_first("notes"."body", $6::jsonpath, $7::jsonb),
                jsonb_path_query_first_tz("notes"."body", $8::jsonpath),
                json_exists("notes"."body", $9::jsonpath), json_query("notes"."body",
                $10::jsonpath), json_query("notes"."body", $11::jsonpath with wrapper),
                json_value("notes"."body", $12::jsonpath
                returning text), json_value("notes"."analysis", $13::jsonpath
                returning double precision)
                from "notes""#]],
        );
    }

    fn json_is_modified_by_functions(sql) {
        sql.is(
            Note.select().columns((
                jsonb_set(Note.body, ["a"], json!(1)),
                jsonb_set(Note.analysis, vec![String::from("a")], to_jsonb(Note.title)),
                jsonb_set_existing(Note.body, ["a"], json!(1)),
                jsonb_set_lax(Note.body, ["a"], Note.body.get("b")),
                jsonb_set_or_delete(Note.body, ["a"], Note.body.get("b")),
                jsonb_set_or_keep(Note.body, ["a"], null()),
                jsonb_insert(Note.body, ["a", "0"], json!(1)),
                jsonb_insert_after(Note.body, ["a", "0"], json!(1)),
                jsonb_strip_nulls(Note.body),
                jsonb_pretty(Note.analysis),
                jsonb_typeof(Note.body.get("a")),
                jsonb_array_length(Note.body),
            )),
            expect![[r#"
                select jsonb_set("notes"."body", $1::text[], $2::jsonb),
                jsonb_set("notes"."analysis", $3::text[], to_jsonb("notes"."title")),
                jsonb_set("notes"."body", $4::text[], $5::jsonb, false),
                jsonb_set_lax("notes"."body", $6::text[], "notes"."body" -> $7),
                jsonb_set_lax("notes"."body", $8::text[], "notes"."body" -> $9, true,
                'delete_key'), jsonb_set_lax("notes"."body", $10::text[], null, true,
                'return_target'), jsonb_insert("notes"."body", $11::text[], $12::jsonb),
                jsonb_insert("notes"."body", $13::text[], $14::jsonb, true),
                jsonb_strip_nulls("notes"."body"), jsonb_pretty("notes"."analysis"),
                jsonb_typeof("notes"."body" -> $15), jsonb_array_length("notes"."body")
                from "notes""#]],
        );
    }

    fn json_is_built(sql) {
        sql.is(
            Note.select().columns((
                jsonb_build_array((Note.id, "text", 3, Note.tags)),
                jsonb_build_object((("id", Note.id), ("n", 3), ("nested", jsonb_build_object((("title", Note.title),))))),
                jsonb_object(["a", "b"], [Some(String::from("x")), None]),
                to_jsonb(Note.scores),
                to_jsonb(7),
            )),
            expect![[r#"
                select jsonb_build_array("notes"."id", $1::text, $2::integer, "notes"."tags"),
                jsonb_build_object($3::text, "notes"."id", $4::text, $5::integer, $6::text,
                jsonb_build_object($7::text, "notes"."title")), jsonb_object($8::text[],
                $9::text[]), to_jsonb("notes"."scores"), to_jsonb($10::integer)
                from "notes""#]],
        );
        sql.is(
            Note.select().columns((
                Note.title.is_json(),
                Note.title.is_json_object(),
                Note.title.is_json_array(),
                Note.title.is_json_scalar(),
                Note.title.is_json_with_unique_keys().not(),
            )),
            expect![[r#"
                select "notes"."title" is json, "notes"."title" is json object,
                "notes"."title" is json array, "notes"."title" is json scalar, not
                "notes"."title" is json with unique keys
                from "notes""#]],
        );
    }

    fn json_is_aggregated(sql) {
        sql.is(
            Note.select().columns((
                jsonb_agg(Note.id).order_by(Note.id.desc()),
                jsonb_agg_strict(Note.body).filter(Note.id.gt(1)),
                json_agg(jsonb_build_object((("id", Note.id),))),
                jsonb_object_agg(Note.title, Note.id),
                jsonb_object_agg_strict(Note.title, Note.body),
                jsonb_object_agg_unique(Note.id, Note.id),
                jsonb_object_agg_unique_strict(Note.id, Note.body),
                json_object_agg(Note.title, Note.id),
            )),
            expect![[r#"
                select jsonb_agg("notes"."id"
                order by "notes"."id" desc), jsonb_agg_strict("notes"."body") filter (where
                "notes"."id" > $1), json_agg(jsonb_build_object($2::text, "notes"."id")),
                jsonb_object_agg("notes"."title", "notes"."id"),
                jsonb_object_agg_strict("notes"."title", "notes"."body"),
                jsonb_object_agg_unique("notes"."id", "notes"."id"),
                jsonb_object_agg_unique_strict("notes"."id", "notes"."body"),
                json_object_agg("notes"."title", "notes"."id")
                from "notes""#]],
        );
    }
}
