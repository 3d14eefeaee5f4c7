//! `json_table`: JSON as rows of a struct.

use schema_core::prelude::*;
use schema_core::query::json_table;
use schema_tests::db;
use serde_json::{Value, json};

#[table(name = "carts")]
struct Stored {
    #[column(primary_key)]
    id: i32,
    body: Option<Value>,
}

#[derive(Selectable, JsonTable, Debug, PartialEq)]
#[json_table(path = "$.items[*]")]
struct Item {
    #[json_table(ordinality)]
    number: i32,
    count: Option<i32>,
    #[json_table(path = "$.product.\"it's\"")]
    product: Option<String>,
    #[json_table(exists = "$.note")]
    has_note: bool,
    sizes: Option<Vec<f64>>,
    more: Option<Value>,
    #[json_table(path = "$.more")]
    typed: Option<Json<Option<Vec<i32>>>>,
}

#[derive(Selectable, JsonTable, Debug, PartialEq)]
#[json_table(path = "$.items[*]")]
struct Count {
    count: i32,
}

#[derive(Selectable, JsonTable, Debug, PartialEq)]
#[json_table(path = "$.items[*]")]
struct Whole {
    r#type: Value,
}

#[derive(Selectable, JsonTable, Debug, PartialEq)]
struct Size {
    #[json_table(path = "$")]
    size: f64,
}

alias!(Other = Size);

#[derive(Selectable, JsonTable, Debug, PartialEq)]
#[json_table(path = "$.items[*]")]
struct Sizes {
    product: String,
    sizes: Option<Value>,
}

async fn stored(db: &db::TestDb, body: Value) {
    create!(db, Stored);
    Stored
        .insert(NewStored { id: 1 })
        .set(Stored.body, body)
        .execute(db.pool())
        .await
        .unwrap();
}

#[test]
fn columns_of_each_kind() {
    db::run(async |db| {
        let items = json!({"items": [
            {"count": 2, "product": {"it's": "pen"}, "note": null, "sizes": [1, 2.5], "more": [3]},
            {"count": "many", "sizes": null, "more": null},
        ]});
        stored(&db, items).await;

        let items: Vec<Item> = Stored
            .select()
            .inner_join_lateral(json_table(Stored.body, Item))
            .order_by(Item.number)
            .columns(Item.all())
            .fetch_all(db.pool())
            .await
            .unwrap();

        let first = Item {
            number: 1,
            count: Some(2),
            product: Some("pen".into()),
            has_note: true,
            sizes: Some(vec![1.0, 2.5]),
            more: Some(json!([3])),
            typed: Some(Json(Some(vec![3]))),
        };
        assert_eq!(items[0], first);
        assert_eq!((items[1].number, items[1].count), (2, None));
        assert_eq!((&items[1].product, items[1].has_note), (&None, false));
        assert_eq!(items[1].sizes, None);
        // A column of JSON has the JSON `null`.
        assert_eq!(items[1].more, Some(json!(null)));
        assert_eq!(items[1].typed, Some(Json(None)));
    });
}

#[test]
fn a_missing_value_of_a_required_field_is_an_error_of_the_server() {
    db::run(async |db| {
        create!(db, Stored);
        for (item, message) in [
            (json!({}), "no SQL/JSON item found"),
            (json!({"count": "many"}), "invalid input syntax"),
            (json!({"count": [1]}), "single scalar item"),
        ] {
            // Also if the query would not return the row.
            let error = json_table(value(json!({"items": [item]})), Count)
                .select()
                .filter(Count.count.gt(100))
                .fetch_all(db.pool())
                .await
                .unwrap_err();
            let error = format!("{error:?}");
            assert!(error.contains(message), "{error}");
        }
    });
}

#[test]
fn null_is_a_json_value_but_no_number() {
    db::run(async |db| {
        create!(db, Stored);
        let body = json!({"items": [{"type": null, "count": null}]});
        let whole = json_table(value(body.clone()), Whole).select();
        let whole = whole.fetch_all(db.pool()).await.unwrap();
        assert_eq!(
            whole,
            [Whole {
                r#type: json!(null)
            }]
        );

        let count = json_table(value(body), Count).select();
        let error = count.fetch_all(db.pool()).await.unwrap_err();
        assert!(error.to_string().contains("count"), "{error}");
    });
}

#[test]
fn rows_of_a_value_and_of_null() {
    db::run(async |db| {
        create!(db, Stored);
        let sizes = json_table(value(json!([1, 2.5])), Other)
            .select()
            .order_by(Other.size.desc())
            .columns(Other.size);
        assert_eq!(sizes.fetch_all(db.pool()).await.unwrap(), [2.5, 1.0]);

        Stored
            .insert(NewStored { id: 1 })
            .execute(db.pool())
            .await
            .unwrap();
        let rows = Stored
            .select()
            .left_join_lateral(json_table(Stored.body, Size))
            .columns((Stored.id, Size.size, Size.all()));
        let rows: Vec<(i32, Option<f64>, Option<Size>)> = rows.fetch_all(db.pool()).await.unwrap();
        assert_eq!(rows, [(1, None, None)]);
    });
}

#[test]
fn a_list_in_each_row() {
    db::run(async |db| {
        let items = json!({"items": [{"product": "pen", "sizes": [1, 2]}, {"product": "cup"}]});
        stored(&db, items).await;

        let rows: Vec<(String, Option<f64>)> = Stored
            .select()
            .inner_join_lateral(json_table(Stored.body, Sizes))
            .left_join_lateral(json_table(Sizes.sizes, Size))
            .order_by((Sizes.product.desc(), Size.size))
            .columns((Sizes.product, Size.size))
            .fetch_all(db.pool())
            .await
            .unwrap();

        let row = |product: &str, size| (product.to_owned(), size);
        assert_eq!(
            rows,
            [
                row("pen", Some(1.0)),
                row("pen", Some(2.0)),
                row("cup", None)
            ]
        );
    });
}
