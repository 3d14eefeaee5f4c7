//! Errors of the server and of rows that do not match the struct: their texts, and the table, column and constraint
//! they name.

mod attributed;
mod constraint;
mod kind;
mod length;
mod row;
mod stale_plan;

use std::error::Error as _;

use schema_core::prelude::*;
use schema_tests::db::TestDb;
use serde::{Deserialize, Serialize};
use sqlx::{AssertSqlSafe, Executor as _};

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
enum Mood {
    Happy,
}

#[derive(Serialize, Deserialize, Debug)]
struct Body {
    title: String,
}

#[table(name = "notes")]
#[derive(Debug)]
struct Note {
    #[column(primary_key)]
    id: i64,
    number: Option<i32>,
    mood: Option<Mood>,
    body: Option<Json<Body>>,
    embedding: Option<Vector<3>>,
    list: Option<Vec<i32>>,
    #[column(default = "")]
    text: String,
}

async fn note(db: &TestDb, change: &str) {
    create!(db, Note);
    Note.insert(NewNote { id: 1 })
        .execute(db.pool())
        .await
        .unwrap();
    sql(db, change).await;
}

async fn error_of_note(db: &TestDb) -> Error {
    let error = Note.select().fetch_all(db.pool()).await.unwrap_err();
    assert_eq!(error.table(), Some("notes"));
    error
}

/// Formats an error with its causes, as a program would print it.
fn chain(error: &Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}

async fn sql(db: &TestDb, sql: &str) {
    db.pool()
        .execute(AssertSqlSafe(sql.to_owned()))
        .await
        .unwrap();
}
