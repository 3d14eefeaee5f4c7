// A selected expression needs a field of that name.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
    name: String,
    age: Option<i32>,
}

#[derive(Selectable)]
struct Line {
    id: i64,
}

fn main() {
    let _ = Account.select().columns(SelectLine {
        id: Account.id,
        name: Account.name,
    });
}
