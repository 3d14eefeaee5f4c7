//! Functions and operators that read, modify, build and aggregate JSON.
#![allow(
    clippy::items_after_statements,
    clippy::type_complexity,
    reason = "the type of a row is next to its query"
)]

use schema_core::expr::function::{
    json_exists, json_query, json_query_array, json_value, jsonb_agg, jsonb_agg_strict,
    jsonb_array_length, jsonb_build_array, jsonb_build_object, jsonb_insert, jsonb_insert_after,
    jsonb_object, jsonb_object_agg, jsonb_path_exists, jsonb_path_exists_with, jsonb_path_match,
    jsonb_path_query_array_with, jsonb_path_query_first, jsonb_pretty, jsonb_set,
    jsonb_set_existing, jsonb_set_lax, jsonb_set_or_delete, jsonb_set_or_keep, jsonb_strip_nulls,
    jsonb_typeof, to_jsonb,
};
use schema_core::prelude::*;
use schema_core::types::JsonPath;
use schema_tests::db::{self, TestDb};
use serde_json::{Value as JsonValue, json};

use crate::company::{Employee, company, value};

#[table(name = "papers")]
struct Paper {
    #[column(primary_key)]
    id: i32,
    body: JsonValue,
    notes: Option<JsonValue>,
    text: String,
}

async fn paper(db: &TestDb) {
    create!(db, Paper);
    let body = json!({"a": 1, "tags": ["x", "y"], "nil": null});
    let text = "[1]".to_owned();
    Paper
        .insert(NewPaper { id: 1, body, text })
        .execute(db.pool())
        .await
        .unwrap();
}

#[test]
fn json_is_modified() {
    db::run(async |db| {
        paper(&db).await;
        let merged: (JsonValue, JsonValue, JsonValue, Option<JsonValue>) = value!(
            db,
            Paper,
            (
                Paper.body.merge(json!({"a": 2})),
                Paper.body.without("a").without(["nil"]),
                Paper.body.without_path(["tags", "0"]).without("a"),
                Paper.body.merge(Paper.notes),
            )
        );
        assert_eq!(merged.0, json!({"a": 2, "tags": ["x", "y"], "nil": null}));
        assert_eq!(merged.1, json!({"tags": ["x", "y"]}));
        assert_eq!(merged.2, json!({"tags": ["y"], "nil": null}));
        assert_eq!(merged.3, None);

        let rest = || Paper.body.without(["tags", "nil"]);
        type Row = (
            JsonValue,
            JsonValue,
            JsonValue,
            JsonValue,
            JsonValue,
            Option<JsonValue>,
        );
        let set: Row = value!(
            db,
            Paper,
            (
                jsonb_set(rest(), ["b"], to_jsonb(Paper.id)),
                jsonb_set_existing(rest(), ["b"], json!(1)),
                jsonb_set_lax(rest(), ["a"], Paper.notes),
                jsonb_set_or_delete(rest(), ["a"], Paper.notes),
                jsonb_set_or_keep(rest(), ["a"], Paper.notes),
                jsonb_set(rest(), ["a"], Paper.notes),
            )
        );
        assert_eq!(set.0, json!({"a": 1, "b": 1}));
        assert_eq!(set.1, json!({"a": 1}));
        assert_eq!(set.2, json!({"a": null}));
        assert_eq!(set.3, json!({}));
        assert_eq!(set.4, json!({"a": 1}));
        assert_eq!(set.5, None);

        let inserted: (
            JsonValue,
            JsonValue,
            JsonValue,
            Option<i32>,
            Option<String>,
            Option<String>,
        ) = value!(
            db,
            Paper,
            (
                jsonb_insert(Paper.body, ["tags", "1"], json!("z")),
                jsonb_insert_after(Paper.body, ["tags", "1"], json!("z")),
                jsonb_strip_nulls(Paper.body),
                jsonb_array_length(Paper.body.get("tags")),
                jsonb_typeof(Paper.body.get("nil")),
                jsonb_pretty(Paper.notes),
            )
        );
        assert_eq!(inserted.0["tags"], json!(["x", "z", "y"]));
        assert_eq!(inserted.1["tags"], json!(["x", "y", "z"]));
        assert_eq!(inserted.2, json!({"a": 1, "tags": ["x", "y"]}));
        assert_eq!(
            (inserted.3, inserted.4.as_deref(), inserted.5),
            (Some(2), Some("null"), None)
        );
    });
}

#[test]
fn paths_find_values() {
    db::run(async |db| {
        paper(&db).await;
        let path = JsonPath::new;
        let tests: (
            Option<bool>,
            Option<bool>,
            bool,
            bool,
            Option<bool>,
            Option<bool>,
        ) = value!(
            db,
            Paper,
            (
                Paper.body.path_exists(path("$.tags[*] ? (@ == \"y\")")),
                Paper.body.path_matches(path("$.a")),
                jsonb_path_exists(Paper.body, path("$.none")),
                jsonb_path_exists_with(
                    Paper.body,
                    path("$.a ? (@ >= $least)"),
                    json!({"least": 1})
                ),
                jsonb_path_match(Paper.body, path("$.a == 1")),
                jsonb_path_match(Paper.notes, path("$.a == 1")),
            )
        );
        assert_eq!(tests, (Some(true), None, false, true, Some(true), None));

        let found: (JsonValue, Option<JsonValue>, Option<JsonValue>) = value!(
            db,
            Paper,
            (
                jsonb_path_query_array_with(
                    Paper.body,
                    path("$.tags[*] ? (@ > $x)"),
                    json!({"x": "x"})
                ),
                jsonb_path_query_first(Paper.body, path("$.tags[*]")),
                jsonb_path_query_first(Paper.body, path("$.none")),
            )
        );
        assert_eq!(found, (json!(["y"]), Some(json!("x")), None));

        let standard: (
            bool,
            Option<JsonValue>,
            Option<JsonValue>,
            Option<i32>,
            Option<String>,
        ) = value!(
            db,
            Paper,
            (
                json_exists(Paper.body, path("$.a")),
                json_query(Paper.body, path("$.tags")),
                json_query_array(Paper.body, path("$.tags[*]")),
                json_value::<i32, _>(Paper.body, path("$.a")),
                json_value::<String, _>(Paper.body, path("$.tags")),
            )
        );
        let tags = json!(["x", "y"]);
        assert_eq!(
            standard,
            (true, Some(tags.clone()), Some(tags), Some(1), None)
        );
    });
}

#[test]
fn json_is_built_from_rows() {
    db::run(async |db| {
        paper(&db).await;
        let built: (
            JsonValue,
            JsonValue,
            JsonValue,
            Option<JsonValue>,
            bool,
            bool,
        ) = value!(
            db,
            Paper,
            (
                jsonb_build_array((Paper.id, "t", Paper.notes)),
                jsonb_build_object((("id", Paper.id), ("notes", Paper.notes))),
                jsonb_object(["a", "b"], [Some(String::from("x")), None]),
                to_jsonb(Paper.notes),
                Paper.text.is_json_array(),
                Paper.text.is_json_object(),
            )
        );
        assert_eq!(built.0, json!([1, "t", null]));
        assert_eq!(built.1, json!({"id": 1, "notes": null}));
        assert_eq!(built.2, json!({"a": "x", "b": null}));
        assert_eq!((built.3, built.4, built.5), (None, true, false));
    });
}

#[test]
fn rows_are_aggregated_to_json() {
    db::run(async |db| {
        company(&db).await;
        let row: (
            Option<JsonValue>,
            Option<JsonValue>,
            Option<JsonValue>,
            Option<JsonValue>,
        ) = value!(
            db,
            Employee,
            (
                jsonb_agg(Employee.bonus).order_by(Employee.id),
                jsonb_agg_strict(Employee.bonus).order_by(Employee.id),
                jsonb_object_agg(Employee.name, Employee.bonus).filter(Employee.id.lt(3)),
                jsonb_agg(Employee.id).filter(Employee.id.gt(9)),
            )
        );
        assert_eq!(row.0, Some(json!([30, null, 10, null])));
        assert_eq!(row.1, Some(json!([30, 10])));
        assert_eq!(row.2, Some(json!({"Ana": 30, "Ben": null})));
        assert_eq!(row.3, None);
    });
}
