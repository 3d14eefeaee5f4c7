// `and_query` is for queries of full-text search.
use schema_core::prelude::*;
use schema_core::types::{TsQuery, TsVector};

#[table(name = "notes")]
struct Note {
    #[column(primary_key)]
    id: i64,
    search: TsVector,
}

fn main() {
    let _ = Note.select().columns(Note.search.and_query(TsQuery::word("cat")));
}
