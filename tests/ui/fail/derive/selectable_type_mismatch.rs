// An expression must have the type of its field.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

#[derive(Selectable)]
struct Line {
    id: i64,
}

fn main() {
    let _ = Account.select().columns(SelectLine { id: Account.name });
}
