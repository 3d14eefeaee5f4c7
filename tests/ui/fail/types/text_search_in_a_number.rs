// A number is not a document.
use schema_core::expr::function::text_search::{English, to_tsvector};
use schema_core::prelude::*;

#[table(name = "notes")]
struct Note {
    #[column(primary_key)]
    id: i64,
}

fn main() {
    let _ = Note.select().columns(to_tsvector(English, Note.id));
}
