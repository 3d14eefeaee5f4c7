// A nullable expression does not fit a field that is not an `Option`.
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
    age: i32,
}

fn main() {
    let _ = Account.select().columns(SelectLine { age: Account.age });
}
