// A primary key can only name fields of the struct.
use schema_core::prelude::*;

#[table(name = "visits")]
#[primary_key(ident)]
struct Visit {
    id: i64,
}

fn main() {}
