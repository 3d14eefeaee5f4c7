// A text is not a query.
use schema_core::prelude::*;
use schema_core::types::TsVector;

#[table(name = "notes")]
struct Note {
    #[column(primary_key)]
    id: i64,
    search: TsVector,
}

fn main() {
    let _ = Note.select().filter(Note.search.matches_query("cat")).columns(Note.id);
}
