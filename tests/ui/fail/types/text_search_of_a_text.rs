// A text is not a list of its words.
use schema_core::expr::function::text_search::{English, plainto_tsquery};
use schema_core::prelude::*;

#[table(name = "notes")]
struct Note {
    #[column(primary_key)]
    id: i64,
    body: String,
}

fn main() {
    let query = plainto_tsquery(English, "cat");
    let _ = Note.select().filter(Note.body.matches_query(query)).columns(Note.id);
}
