// Every required column of the table needs a field.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key)]
    id: i64,
    name: String,
}

#[derive(Insertable)]
#[insertable(Account)]
struct Draft {
    id: i64,
}

fn main() {}
