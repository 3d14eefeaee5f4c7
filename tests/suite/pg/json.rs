//! JSON and arrays.

use schema_core::prelude::*;
use schema_tests::db::{self, TestDb};
use serde_json::{Value as JsonValue, json};

use crate::company::value;

// JSON

#[table(name = "documents")]
#[derive(Debug)]
struct Document {
    #[column(primary_key)]
    id: i32,
    body: JsonValue,
    meta: Option<Json<Vec<String>>>,
}

async fn document(db: &TestDb) {
    create!(db, Document);
    let body = json!({"agent": "triage", "score": 0.5, "tags": ["a", "b"], "deep": {"list": [1, {"k": "v"}]}, "nil": null});
    Document
        .insert(NewDocument { id: 1, body })
        .set(Document.meta, Json(vec!["x".into(), "y".into()]))
        .execute(db.pool())
        .await
        .unwrap();
}

/// Issue 12, acceptance 6.
#[test]
fn a_reference_in_json_is_sent_as_the_value() {
    #[derive(Insertable)]
    #[insertable(Document)]
    struct Draft<'a> {
        id: i32,
        body: JsonValue,
        meta: Option<Json<&'a Vec<String>>>,
    }

    db::run(async |db| {
        document(&db).await;
        let (meta, body) = (vec![String::from("z")], json!(1));

        let update = Document.update().set(Document.meta, Json(&meta));
        let update = update.filter(Document.meta.ne(Json(&meta)));
        assert_eq!(update.execute(db.pool()).await.unwrap(), 1);
        let draft = Draft {
            id: 2,
            body,
            meta: Some(Json(&meta)),
        };
        Document.insert(draft).execute(db.pool()).await.unwrap();
        let absent = Document.update().set_if(Document.meta, Some(Json(&meta)));
        let absent = absent.filter(Document.id.eq(3)).execute(db.pool()).await;
        assert_eq!(absent.unwrap(), 0);

        let query = Document
            .select()
            .order_by(Document.id)
            .columns(Document.meta);
        let found = query.fetch_all(db.pool()).await.unwrap();
        assert_eq!(found, [Some(Json(meta.clone())), Some(Json(meta))]);
    });
}

#[test]
fn json_values_by_key_index_and_path() {
    db::run(async |db| {
        document(&db).await;
        let body = Document.body;

        assert_eq!(
            value!(db, Document, body.get("agent")),
            Some(json!("triage"))
        );
        assert_eq!(value!(db, Document, body.get("nil")), Some(json!(null)));
        assert_eq!(value!(db, Document, body.get("none")), None);
        assert_eq!(
            value!(db, Document, body.get("tags").get(1)),
            Some(json!("b"))
        );
        assert_eq!(
            value!(db, Document, body.get("tags").get(-1)),
            Some(json!("b"))
        );
        assert_eq!(
            value!(db, Document, body.get_text("agent")).as_deref(),
            Some("triage")
        );
        assert_eq!(value!(db, Document, body.get_text("nil")), None);
        assert_eq!(
            value!(db, Document, body.get_text("score")).as_deref(),
            Some("0.5")
        );
        assert_eq!(
            value!(db, Document, Document.meta.get_text(0)).as_deref(),
            Some("x")
        );
        let path = ["deep", "list", "1", "k"];
        assert_eq!(value!(db, Document, body.at(path)), Some(json!("v")));
        assert_eq!(
            value!(db, Document, body.at_text(path)).as_deref(),
            Some("v")
        );
        assert_eq!(value!(db, Document, body.at(["deep", "none"])), None);
    });
}

#[test]
fn json_conditions() {
    db::run(async |db| {
        document(&db).await;
        let (body, meta) = (Document.body, Document.meta);
        macro_rules! holds {
            ($condition:expr) => {{
                let found = Document.select().filter($condition).columns(Document.id);
                found.fetch_optional(db.pool()).await.unwrap() == Some(1)
            }};
        }

        assert!(holds!(body.contains(json!({"agent": "triage"}))));
        assert!(!holds!(body.contains(json!({"agent": "other"}))));
        assert!(holds!(meta.contains(json!(["y"]))));
        assert!(holds!(meta.contained_by(json!(["x", "y", "z"]))));
        assert!(!holds!(meta.contained_by(json!(["x"]))));
        assert!(holds!(body.has_key("nil")) && !holds!(body.has_key("none")));
        assert!(holds!(body.has_any_key(["none", "agent"])));
        assert!(!holds!(body.has_any_key(vec![String::from("none")])));
        assert!(holds!(body.has_all_keys(["score", "agent"])));
        assert!(!holds!(body.has_all_keys(["none", "agent"])));
        assert!(holds!(body.get("tags").contains(json!(["b"]))));
        assert!(holds!(body.get_text("agent").ilike("TRI%")));
        assert!(holds!(
            body.get_text("agent").eq("triage").and(meta.is_not_null())
        ));
        assert!(holds!(
            body.get("deep").get("list").eq(json!([1, {"k": "v"}]))
        ));
    });
}

// Arrays

#[test]
fn arrays_contain_arrays() {
    #[table(name = "tagged")]
    #[derive(Debug)]
    struct Tagged {
        #[column(primary_key)]
        id: i32,
        tags: Vec<String>,
        numbers: Option<Vec<i64>>,
    }

    db::run(async |db| {
        create!(db, Tagged);
        let new = NewTagged {
            id: 1,
            tags: vec!["a".into(), "b".into()],
        };
        let new = Tagged.insert(new).set(Tagged.numbers, [1, 2, 3]);
        new.execute(db.pool()).await.unwrap();
        macro_rules! holds {
            ($condition:expr) => {
                value!(db, Tagged, $condition)
            };
        }

        assert!(holds!(Tagged.tags.contains(["b"])));
        assert!(!holds!(Tagged.tags.contains(["b", "c"])));
        assert!(holds!(Tagged.tags.contained_by(["a", "b", "c"])));
        assert!(holds!(Tagged.tags.contains(vec![])));
        assert_eq!(holds!(Tagged.numbers.contains([2])), Some(true));
        assert_eq!(
            holds!(Tagged.numbers.contained_by(&[2_i64][..])),
            Some(false)
        );
    });
}
