// Two fields have one name.
use schema_core::prelude::*;

#[derive(PgComposite)]
struct Address {
    street: String,
    #[pg_composite(name = "street")]
    road: String,
}

fn main() {}
