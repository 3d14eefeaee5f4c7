//! Functions that return rows, in `from`.

use expect_test::expect;
use schema_core::expr::function::{
    generate_subscripts, jsonb_array_elements, jsonb_array_elements_text, jsonb_each,
    jsonb_each_text, jsonb_object_keys, jsonb_path_query, jsonb_path_query_tz,
    jsonb_path_query_with, jsonb_to_record, jsonb_to_recordset, regexp_matches,
    regexp_split_to_table, regexp_split_to_table_flags, string_to_table, string_to_table_with_null,
    unnest_array, unnest_arrays,
};
use schema_core::prelude::*;
use schema_core::types::JsonPath;
use serde_json::{Value, json};

use crate::json_path::{Run, Step};
use crate::tables::{Note, OrderStatus, Patient};

sql_function! {
    set fn split(text: String, delimiter: String) -> String = "string_to_table";
    set fn any_records(value: Value) -> record = "jsonb_to_recordset";
}

#[derive(Selectable)]
struct Entry {
    key: String,
    value: Value,
}

#[derive(Selectable)]
struct TextEntry {
    key: String,
    value: Option<String>,
}

#[derive(Selectable)]
struct Element {
    element: Value,
}

#[derive(Selectable)]
struct StepRow {
    step: Json<Step>,
    number: i64,
}

#[derive(Selectable)]
struct MaybeWord {
    word: Option<String>,
}

#[derive(Selectable)]
struct Groups {
    groups: Vec<Option<String>>,
}

#[derive(Selectable)]
struct Index {
    index: i32,
}

#[derive(Selectable)]
struct Scored {
    tag: Option<String>,
    score: Option<f64>,
    state: Option<OrderStatus>,
}

#[derive(Selectable)]
struct Item {
    product: String,
    count: Option<i32>,
    sizes: Option<Vec<f64>>,
    state: Option<OrderStatus>,
    embedding: Option<Vector<3>>,
    due_at: Option<chrono::DateTime<chrono::Utc>>,
}

#[derive(Selectable)]
struct Word {
    word: String,
}

#[derive(Selectable)]
struct NumberedWord {
    word: String,
    number: i64,
}

#[derive(Selectable)]
struct Pair {
    id: Option<i64>,
    name: Option<String>,
}

alias!(Other = Word);

cases! {
    fn rows(sql) {
        sql.is(jsonb_each(value(json!({"a": 1}))).as_alias(Entry).select(), expect![[r#"
            select "Entry"."key", "Entry"."value"
            from jsonb_each($1::jsonb) as "Entry" ("key", "value")"#]]);
        sql.is(
            split("a b", " ").with_ordinality(NumberedWord).select().order_by(NumberedWord.number.desc()),
            expect![[r#"
                select "NumberedWord"."word", "NumberedWord"."number"
                from string_to_table($1::text, $2::text) with ordinality as "NumberedWord"
                ("word", "number")
                order by "NumberedWord"."number" desc"#]],
        );
        sql.is(
            Patient
                .select()
                .inner_join(split("a b", " ").as_alias(Other), Patient.name.eq(Other.word))
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                join string_to_table($1::text, $2::text) as "Other" ("word") on
                "patients"."name" = "Other"."word""#]],
        );
    }

    fn arguments_read_columns(sql) {
        sql.is(
            Note.select()
                .inner_join_lateral(jsonb_each(Note.body).as_alias(Entry))
                .columns((Note.id, Entry.key, Entry.value)),
            expect![[r#"
                select "notes"."id", "Entry"."key", "Entry"."value"
                from "notes"
                cross join lateral jsonb_each("notes"."body") as "Entry" ("key", "value")"#]],
        );
        sql.is(
            Note.select()
                .left_join_lateral(regexp_split_to_table(Note.title, " ").with_ordinality(NumberedWord))
                .left_join_lateral(split(NumberedWord.word, ",").as_alias(Word))
                .group_by(Note.id)
                .columns((Note.id, count_of(Word.word))),
            expect![[r#"
                select "notes"."id", count("Word"."word")
                from "notes"
                left join lateral regexp_split_to_table("notes"."title", $1::text) with
                ordinality as "NumberedWord" ("word", "number") on true
                left join lateral string_to_table("NumberedWord"."word", $2::text) as "Word"
                ("word") on true
                group by "notes"."id""#]],
        );
        sql.is(
            Note.select()
                .filter(exists(
                    Patient
                        .select()
                        .correlate(Note)
                        .inner_join_lateral(split(Note.title, Patient.name).as_alias(Word)),
                ))
                .columns(Note.id),
            expect![[r#"
                select "notes"."id"
                from "notes"
                where exists (select 1
                from "patients"
                cross join lateral string_to_table("notes"."title", "patients"."name") as
                "Word" ("word"))"#]],
        );
    }
    fn json_rows(sql) {
        sql.is(
            Note.select()
                .inner_join_lateral(jsonb_array_elements(Note.body).as_alias(Element))
                .inner_join_lateral(jsonb_array_elements_text(Element.element.get("tags")).as_alias(MaybeWord))
                .columns((Note.id, Element.element, MaybeWord.word)),
            expect![[r#"
                select "notes"."id", "Element"."element", "MaybeWord"."word"
                from "notes"
                cross join lateral jsonb_array_elements("notes"."body") as "Element"
                ("element")
                cross join lateral jsonb_array_elements_text("Element"."element" -> $1) as
                "MaybeWord" ("word")"#]],
        );
        sql.is(
            Run.select()
                .inner_join_lateral(jsonb_array_elements(Run.body.path().steps).with_ordinality(StepRow))
                .filter(StepRow.step.path().title.eq("a"))
                .columns((Run.id, StepRow.number)),
            expect![[r#"
                select "reports"."id", "StepRow"."number"
                from "reports"
                cross join lateral jsonb_array_elements("reports"."body" -> 'steps') with
                ordinality as "StepRow" ("step", "number")
                where "StepRow"."step" ->> 'title' = $1"#]],
        );
        sql.is(
            Note.select()
                .inner_join_lateral(jsonb_each_text(Note.analysis).as_alias(TextEntry))
                .columns((TextEntry.key, TextEntry.value)),
            expect![[r#"
                select "TextEntry"."key", "TextEntry"."value"
                from "notes"
                cross join lateral jsonb_each_text("notes"."analysis") as "TextEntry" ("key",
                "value")"#]],
        );
        sql.is(jsonb_object_keys(value(json!({"a": 1}))).as_alias(Word).select(), expect![[r#"select "Word"."word" from jsonb_object_keys($1::jsonb) as "Word" ("word")"#]]);
        let path = JsonPath::new("$.scores[*] ? (@ > $least)");
        sql.is(
            Note.select()
                .left_join_lateral(jsonb_path_query(Note.body, JsonPath::new("$.a[*]")).as_alias(Element))
                .columns((Note.id, Element.element)),
            expect![[r#"
                select "notes"."id", "Element"."element"
                from "notes"
                left join lateral jsonb_path_query("notes"."body", $1::jsonpath) as "Element"
                ("element") on true"#]],
        );
        sql.is(
            Note.select()
                .inner_join_lateral(jsonb_path_query_with(Note.body, path, json!({"least": 3})).as_alias(Element))
                .columns(Element.element),
            expect![[r#"
                select "Element"."element"
                from "notes"
                cross join lateral jsonb_path_query("notes"."body", $1::jsonpath, $2::jsonb)
                as "Element" ("element")"#]],
        );
        sql.is(
            Note.select()
                .inner_join_lateral(jsonb_path_query_tz(Note.body, JsonPath::new("$.a")).as_alias(Element))
                .columns(Element.element),
            expect![[r#"
                select "Element"."element"
                from "notes"
                cross join lateral jsonb_path_query_tz("notes"."body", $1::jsonpath) as
                "Element" ("element")"#]],
        );
    }

    fn records(sql) {
        sql.is(
            Note.select()
                .inner_join_lateral(jsonb_to_recordset(Note.body).as_alias(Item))
                .filter(Item.count.gt(1))
                .columns((Note.id, Item.all())),
            expect![[r#"
                select "notes"."id", "Item"."product", "Item"."count", "Item"."sizes",
                "Item"."state", "Item"."embedding", "Item"."due_at"
                from "notes"
                cross join lateral jsonb_to_recordset("notes"."body") as "Item" ("product"
                text, "count" integer, "sizes" double precision[], "state" "order_status",
                "embedding" vector, "due_at" timestamptz)
                where "Item"."count" > $1"#]],
        );
        sql.is(
            Note.select()
                .left_join_lateral(jsonb_to_record(Note.analysis).as_alias(MaybeWord))
                .columns((Note.id, MaybeWord.word)),
            expect![[r#"
                select "notes"."id", "MaybeWord"."word"
                from "notes"
                left join lateral jsonb_to_record("notes"."analysis") as "MaybeWord" ("word"
                text) on true"#]],
        );
        sql.is(
            any_records(json!([{"word": "a"}])).as_alias(Other).select().columns(Other.word),
            expect![[r#"
                select "Other"."word"
                from jsonb_to_recordset($1::jsonb) as "Other" ("word" text)"#]],
        );
    }

    fn text_rows(sql) {
        sql.is(string_to_table("a b", " ").as_alias(Word).select(), expect![[r#"
            select "Word"."word"
            from string_to_table($1::text, $2::text) as "Word" ("word")"#]]);
        sql.is(string_to_table_with_null("a,-", ",", "-").as_alias(MaybeWord).select(), expect![[r#"
            select "MaybeWord"."word"
            from string_to_table($1::text, $2::text, $3::text) as "MaybeWord" ("word")"#]]);
        sql.is(
            Note.select()
                .inner_join_lateral(regexp_split_to_table_flags(Note.title, "X", "i").as_alias(Word))
                .columns(Word.word),
            expect![[r#"
                select "Word"."word"
                from "notes"
                cross join lateral regexp_split_to_table("notes"."title", $1::text, $2::text)
                as "Word" ("word")"#]],
        );
        sql.is(
            Note.select()
                .inner_join_lateral(regexp_matches(Note.title, "([a-z])([0-9])?", "g").as_alias(Groups))
                .columns((Groups.groups, Groups.groups.element(2))),
            expect![[r#"
                select "Groups"."groups", "Groups"."groups"[$1]
                from "notes"
                cross join lateral regexp_matches("notes"."title", $2::text, $3::text) as
                "Groups" ("groups")"#]],
        );
    }

    fn array_rows(sql) {
        sql.is(
            Note.select()
                .inner_join_lateral(unnest_array(Note.tags).as_alias(Word))
                .group_by(Word.word)
                .columns((Word.word, count())),
            expect![[r#"
                select "Word"."word", count(*)
                from "notes"
                cross join lateral unnest("notes"."tags") as "Word" ("word")
                group by "Word"."word""#]],
        );
        sql.is(
            Note.select()
                .inner_join_lateral(unnest_arrays((Note.tags, Note.scores, Note.states)).as_alias(Scored))
                .columns((Note.id, Scored.all())),
            expect![[r#"
                select "notes"."id", ("Scored".*) is distinct from null, "Scored"."tag",
                "Scored"."score", "Scored"."state"
                from "notes"
                cross join lateral unnest("notes"."tags", "notes"."scores", "notes"."states")
                as "Scored" ("tag", "score", "state")"#]],
        );
        sql.is(
            Note.select()
                .left_join_lateral(generate_subscripts(Note.scores, 1).as_alias(Index))
                .columns((Index.index, Note.scores.element(Index.index))),
            expect![[r#"
                select "Index"."index", "notes"."scores"["Index"."index"]
                from "notes"
                left join lateral generate_subscripts("notes"."scores", $1::integer) as
                "Index" ("index") on true"#]],
        );
        sql.is(
            unnest_arrays((value(vec![1_i64, 2]), value(["a"]))).as_alias(Pair).select(),
            expect![[r#"
                select "Pair"."id", "Pair"."name"
                from unnest($1::bigint[], $2::text[]) as "Pair" ("id", "name")"#]],
        );
    }
}
