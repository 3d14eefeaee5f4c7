// A field that may be NULL does not fit a column that takes none.
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
