// The elements are JSON, and not numbers of SQL.
use schema_core::expr::function::jsonb_array_elements;
use schema_core::prelude::*;

#[table(name = "notes")]
struct Note {
    #[column(primary_key)]
    id: i64,
    scores: Json<Vec<f64>>,
}

#[derive(Selectable)]
struct Score {
    score: f64,
}

fn main() {
    let elements = jsonb_array_elements(Note.scores);
    let _ = elements.as_alias(Score);
}
