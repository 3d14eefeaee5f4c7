// The keys of a flattened field are not known.
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize, JsonPaths)]
struct Analysis {
    agent: String,
    #[serde(flatten)]
    rest: std::collections::BTreeMap<String, i32>,
}

#[table(name = "notes")]
struct Note {
    id: i64,
    title: String,
    analysis: Json<Analysis>,
}

fn main() {
    let _ = Note.select().columns(Note.analysis.path().agent);
}
