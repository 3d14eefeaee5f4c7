//! Bad input produces a typed error or an obvious result; it loses no data and leaves the pool usable.

mod rejected;
mod statement;
mod unsendable;

use schema_core::prelude::*;
use schema_tests::db::TestDb;
use serde::{Deserialize, Serialize};
use serde_json::Value as JsonValue;

#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)]
struct Body {
    title: String,
}

#[table(name = "notes")]
#[derive(Debug)]
struct Note {
    #[column(primary_key)]
    id: i32,
    title: String,
    number: Option<i32>,
    #[column(sql_type = "varchar(5)", default = "")]
    code: String,
    body: Option<Json<Body>>,
    raw: Option<JsonValue>,
    embedding: Option<Vector<3>>,
    tags: Option<Vec<String>>,
}

fn note(id: i32, title: &str) -> NewNote {
    let title = title.to_owned();
    NewNote { id, title }
}

async fn ids(db: &TestDb) -> Vec<i32> {
    let ids = Note.select().order_by(Note.id.asc()).columns(Note.id);
    ids.fetch_all(db.pool()).await.unwrap()
}

/// The table and column named by an error.
fn location(error: &Error) -> (Option<&str>, Option<&str>) {
    (error.table(), error.column())
}
