// Every field must be a column of the table.
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
    nick: String,
}

fn main() {}
