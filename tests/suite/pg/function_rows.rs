//! Functions that return rows: of JSON, texts and arrays.

use schema_core::expr::function::{
    generate_subscripts, jsonb_array_elements, jsonb_array_elements_text, jsonb_each,
    jsonb_each_text, jsonb_object_keys, jsonb_path_query, jsonb_path_query_with, jsonb_to_record,
    jsonb_to_recordset, regexp_matches, regexp_split_to_table, regexp_split_to_table_flags,
    string_to_table, string_to_table_with_null, unnest_array, unnest_arrays,
};
use schema_core::prelude::*;
use schema_core::types::JsonPath;
use schema_tests::db;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Serialize, Deserialize, JsonPaths, Debug, PartialEq)]
struct Line {
    product: String,
    count: i32,
}

#[derive(Serialize, Deserialize, JsonPaths, Debug)]
struct Cart {
    lines: Vec<Line>,
}

#[table(name = "carts")]
struct Stored {
    #[column(primary_key)]
    id: i32,
    body: Value,
    cart: Json<Cart>,
    tags: Vec<String>,
    scores: Option<Vec<Option<f64>>>,
}

#[derive(Selectable, Debug, PartialEq)]
struct Element {
    element: Value,
}

#[derive(Selectable, Debug, PartialEq)]
struct Pair {
    key: String,
    value: Option<String>,
}

#[derive(Selectable, Debug, PartialEq)]
struct Entry {
    key: String,
    value: Value,
}

#[derive(Selectable, Debug, PartialEq)]
struct Word {
    word: String,
}

#[derive(Selectable, Debug, PartialEq)]
struct Word2 {
    word: Option<String>,
}

#[derive(Selectable, Debug, PartialEq)]
struct Groups {
    groups: Vec<Option<String>>,
}

#[derive(Selectable, Debug)]
struct CartLine {
    line: Json<Line>,
    number: i64,
}

#[derive(Selectable, Debug, PartialEq)]
struct Item {
    product: String,
    count: Option<i32>,
    sizes: Option<Vec<f64>>,
    more: Option<Value>,
}

#[derive(Selectable, Debug, PartialEq)]
struct Scored {
    tag: Option<String>,
    score: Option<f64>,
}

#[derive(Selectable, Debug, PartialEq)]
struct Score {
    score: Option<f64>,
}

#[derive(Selectable, Debug, PartialEq)]
struct Index {
    index: i32,
}

async fn stored(db: &db::TestDb, body: Value) {
    create!(db, Stored);
    let line = |product: &str, count| Line {
        product: product.into(),
        count,
    };
    Stored
        .insert(NewStored {
            id: 1,
            body,
            cart: Json(Cart {
                lines: vec![line("pen", 2), line("cup", 5)],
            }),
            tags: vec!["a".into(), "b".into(), "c".into()],
        })
        .set(Stored.scores, vec![Some(1.5), None])
        .execute(db.pool())
        .await
        .unwrap();
}

/// Fetches the rows that a function of the columns returns.
macro_rules! rows {
    ($db:expr, $call:expr, $columns:expr) => {
        Stored
            .select()
            .inner_join_lateral($call)
            .columns($columns)
            .fetch_all($db.pool())
            .await
            .unwrap()
    };
}

#[test]
fn rows_of_json() {
    db::run(async |db| {
        stored(
            &db,
            json!({"list": [1, null, "x"], "name": "n", "no": null}),
        )
        .await;
        let list = Stored.body.get("list");

        let elements: Vec<Value> = rows!(
            db,
            jsonb_array_elements(list).as_alias(Element),
            Element.element
        );
        assert_eq!(elements, [json!(1), json!(null), json!("x")]);
        let texts: Vec<Option<String>> = rows!(
            db,
            jsonb_array_elements_text(list).as_alias(Word2),
            Word2.word
        );
        assert_eq!(texts, [Some("1".into()), None, Some("x".into())]);

        let each: Vec<Entry> = rows!(db, jsonb_each(Stored.body).as_alias(Entry), Entry.all());
        assert_eq!(each[0].key, "no");
        assert_eq!(each[0].value, json!(null));
        assert_eq!(each[1].value, json!([1, null, "x"]));
        let each: Vec<Pair> = rows!(db, jsonb_each_text(Stored.body).as_alias(Pair), Pair.all());
        assert_eq!(
            (&*each[2].key, each[2].value.as_deref()),
            ("name", Some("n"))
        );
        assert_eq!(each[0].value, None);
        let keys: Vec<String> = rows!(db, jsonb_object_keys(Stored.cart).as_alias(Word), Word.word);
        assert_eq!(keys, ["lines"]);

        let found = jsonb_path_query(Stored.body, JsonPath::new("$.list[*]"));
        let found: Vec<Value> = rows!(db, found.as_alias(Element), Element.element);
        assert_eq!(found.len(), 3);
        let path = JsonPath::new("$.lines[*] ? (@.count > $least).product");
        let found = jsonb_path_query_with(Stored.cart, path, json!({"least": 2}));
        let found: Vec<Value> = rows!(db, found.as_alias(Element), Element.element);
        assert_eq!(found, [json!("cup")]);
    });
}

#[test]
fn elements_of_a_list_with_a_type() {
    db::run(async |db| {
        stored(&db, json!({})).await;

        let lines: Vec<(Json<Line>, i64)> = Stored
            .select()
            .inner_join_lateral(
                jsonb_array_elements(Stored.cart.path().lines).with_ordinality(CartLine),
            )
            .filter(CartLine.line.path().count.gt(3))
            .columns((CartLine.line, CartLine.number))
            .fetch_all(db.pool())
            .await
            .unwrap();

        assert_eq!((&*lines[0].0.0.product, lines[0].1), ("cup", 2));
        assert_eq!(lines.len(), 1);
    });
}

#[test]
fn records_are_rows_of_a_struct() {
    db::run(async |db| {
        let items = json!([
            {"product": "pen", "count": 2, "sizes": [1, 2.5], "more": {"a": 1}},
            {"product": "cup", "count": null, "other": true},
        ]);
        stored(&db, items).await;

        let items: Vec<Item> = rows!(
            db,
            jsonb_to_recordset(Stored.body).as_alias(Item),
            Item.all()
        );
        let one: Vec<(Option<i32>, Option<Value>)> = rows!(
            db,
            jsonb_to_record(Stored.body.get(0)).as_alias(Item),
            (Item.count, Item.more)
        );

        assert_eq!(
            items,
            [
                Item {
                    product: "pen".into(),
                    count: Some(2),
                    sizes: Some(vec![1.0, 2.5]),
                    more: Some(json!({"a": 1})),
                },
                Item {
                    product: "cup".into(),
                    count: None,
                    sizes: None,
                    more: None,
                },
            ]
        );
        assert_eq!(one, [(Some(2), Some(json!({"a": 1})))]);
    });
}

#[test]
fn a_record_without_a_required_key_is_a_decoding_error() {
    db::run(async |db| {
        stored(&db, json!([{"count": 1}])).await;

        let error = Stored
            .select()
            .inner_join_lateral(jsonb_to_recordset(Stored.body).as_alias(Item))
            .columns(Item.product)
            .fetch_all(db.pool())
            .await
            .unwrap_err();

        assert!(error.to_string().contains("product"), "{error}");
    });
}

#[test]
fn rows_of_texts() {
    db::run(async |db| {
        let words = string_to_table("a b", " ").as_alias(Word).select();
        let words: Vec<Word> = words.fetch_all(db.pool()).await.unwrap();
        assert_eq!(words[1].word, "b");

        let words = string_to_table_with_null("a,-", ",", "-").as_alias(Word2);
        let words: Vec<Word2> = words.select().fetch_all(db.pool()).await.unwrap();
        assert_eq!(words[1].word, None);

        let words = regexp_split_to_table("one  two", r"\s+").as_alias(Word);
        let words: Vec<Word> = words.select().fetch_all(db.pool()).await.unwrap();
        assert_eq!(words[1].word, "two");
        let words = regexp_split_to_table_flags("1X2x3", "x", "i").as_alias(Word);
        let words: Vec<Word> = words.select().fetch_all(db.pool()).await.unwrap();
        assert_eq!(words.len(), 3);

        let groups = regexp_matches("a1b", "([a-z])([0-9])?", "g").as_alias(Groups);
        let groups: Vec<Groups> = groups.select().fetch_all(db.pool()).await.unwrap();
        assert_eq!(groups[0].groups, [Some("a".to_owned()), Some("1".into())]);
        assert_eq!(groups[1].groups, [Some("b".to_owned()), None]);
    });
}

#[test]
fn rows_of_arrays() {
    db::run(async |db| {
        stored(&db, json!({})).await;

        let tags: Vec<String> = rows!(db, unnest_array(Stored.tags).as_alias(Word), Word.word);
        assert_eq!(tags, ["a", "b", "c"]);
        let scores: Vec<Option<f64>> =
            rows!(db, unnest_array(Stored.scores).as_alias(Score), Score.score);
        assert_eq!(scores, [Some(1.5), None]);

        let pairs = unnest_arrays((Stored.tags, Stored.scores)).as_alias(Scored);
        let pairs: Vec<Scored> = rows!(db, pairs, Scored.all());
        assert_eq!(pairs.len(), 3);
        assert_eq!(
            (pairs[0].tag.as_deref(), pairs[0].score),
            (Some("a"), Some(1.5))
        );
        assert_eq!((pairs[2].tag.as_deref(), pairs[2].score), (Some("c"), None));

        let elements: Vec<(i32, Option<String>)> = rows!(
            db,
            generate_subscripts(Stored.tags, 1).as_alias(Index),
            (Index.index, Stored.tags.element(Index.index))
        );
        assert_eq!(elements[2], (3, Some("c".into())));
    });
}
