// The payload does not derive `JsonPaths`.
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Analysis {
    agent: String,
    score: f64,
}

#[table(name = "notes")]
struct Note {
    id: i64,
    title: String,
    analysis: Json<Analysis>,
}

fn main() {
    let _ = Note.select().columns(Note.analysis.path().score);
}
