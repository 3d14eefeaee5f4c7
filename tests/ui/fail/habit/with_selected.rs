// The statement of a `with` is an argument of `query` (finding D20).
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
    let accounts = Account.select().columns(SelectHeading { id: Account.id });
    let _ = with(accounts).select();
}
