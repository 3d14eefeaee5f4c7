// A field of a composite type has a Postgres type.
use schema_core::prelude::*;

struct Street(String);

#[derive(PgComposite)]
struct Address {
    street: Street,
}

fn main() {}
