// Columns are selected into the companion struct, `SelectHeading` (finding D16).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

#[derive(Selectable)]
struct Heading {
    id: i64,
}

fn main() {
    let _ = Account.select().columns(Heading { id: Account.id });
}
