// An optional field does not fit a column that is not null.
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
    name: Option<String>,
}

fn main() {}
