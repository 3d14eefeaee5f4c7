// The path starts at another type.
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, JsonPaths)]
struct Analysis {
    agent: String,
    score: f64,
}

#[table(name = "notes")]
struct Note {
    id: i64,
    title: String,
    other: Json<Vec<i32>>,
    analysis: Json<Analysis>,
}

fn main() {
    let _ = Note.select().columns(Note.other.with(Note.analysis.path().score, 0.5));
}
