// A configuration is a type, so that the text of the query is constant.
use schema_core::expr::function::text_search::to_tsvector;
use schema_core::prelude::*;

#[table(name = "notes")]
struct Note {
    #[column(primary_key)]
    id: i64,
    body: String,
}

fn main() {
    let _ = Note.select().columns(to_tsvector("english", Note.body));
}
