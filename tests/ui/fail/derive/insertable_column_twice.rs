// Two fields cannot map to the same column.
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
    #[insertable(column = name)]
    nick: String,
}

fn main() {}
