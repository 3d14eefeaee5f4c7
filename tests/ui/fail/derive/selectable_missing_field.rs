// Every field of the struct must be selected.
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
    name: String,
}

fn main() {
    let _ = Account.select().columns(SelectLine { id: Account.id });
}
