//! `jsonb` and `json`.

use schema_core::prelude::*;
use schema_tests::db;
use serde::{Deserialize, Serialize};
use serde_json::{Value as JsonValue, json};

use super::{assert_literals, shown};

#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)]
struct Analysis {
    agent: String,
    scores: Vec<f64>,
    note: Option<String>,
}

fn analysis(agent: &str, scores: &[f64], note: Option<&str>) -> Json<Analysis> {
    Json(Analysis {
        agent: agent.to_owned(),
        scores: scores.to_vec(),
        note: note.map(str::to_owned),
    })
}

round_trip! {
    json_value_is_jsonb: JsonValue = [
        json!(null), json!(true), json!(1.5), json!("it's \"x\" \\ {}"), json!([1, null, "a"]), json!({}),
        json!({"a": {"b": [1, 2]}, "key with 'quote'": "患者"}),
    ];
    json_of_a_struct_is_jsonb: Json<Analysis> = [
        analysis("triage", &[0.5, 1.0], None), analysis("it's \"x\" \\", &[], Some("{NULL}")),
    ];
}

#[test]
fn json_is_read_from_json() {
    #[table(name = "documents")]
    #[derive(Debug)]
    struct Document {
        #[column(primary_key)]
        id: i32,
        #[column(sql_type = "json")]
        body: Json<Analysis>,
        #[column(sql_type = "json")]
        raw: Option<JsonValue>,
    }

    db::run(async |db| {
        create!(db, Document);
        let new = |id| NewDocument {
            id,
            body: analysis("triage", &[0.5], None),
        };
        Document
            .insert(new(1))
            .set(Document.raw, json!({"b": 1, "a": [null]}))
            .execute(db.pool())
            .await
            .unwrap();
        Document
            .insert_many([new(2)])
            .execute(db.pool())
            .await
            .unwrap();

        let all = Document.select().order_by(Document.id.asc());
        let all = all.fetch_all(db.pool()).await.unwrap();

        assert_eq!(all[0].body, analysis("triage", &[0.5], None));
        assert_eq!(all[0].raw, Some(json!({"b": 1, "a": [null]})));
        assert_eq!((all[1].id, &all[1].raw), (2, &None));
    });
}
