// `hash` does not support documents.
use schema_core::prelude::*;
use schema_core::types::TsVector;

#[table(name = "notes")]
#[index(hash(search))]
struct Note {
    #[column(primary_key)]
    id: i64,
    search: TsVector,
}

fn main() {}
