// The field is a number.
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
    analysis: Json<Analysis>,
}

fn main() {
    let _ = Note.update().set(
        Note.analysis,
        Note.analysis.with(Note.analysis.path().score, "high"),
    );
}
