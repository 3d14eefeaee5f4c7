// A field must have the type of its column.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

#[derive(Insertable)]
#[insertable(Account)]
struct Draft {
    name: String,
    age: i64,
}

fn main() {}
