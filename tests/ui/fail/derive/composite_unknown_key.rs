// The key is misspelled.
use schema_core::prelude::*;

#[derive(PgComposite)]
#[pg_composite(nam = "address")]
struct Address {
    street: String,
}

fn main() {}
