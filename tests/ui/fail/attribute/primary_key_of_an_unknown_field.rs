// A primary key is made of fields.
use schema_core::prelude::*;

#[table(name = "visits")]
#[primary_key(ident)]
struct Visit {
    id: i64,
}

fn main() {}
