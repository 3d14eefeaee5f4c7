// Queries with different clauses have different types, until they are boxed.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
    name: String,
}

fn main() {
    let column = "name";
    let _ = match column {
        "name" => Account.select().order_by(Account.name),
        _ => Account.select().order_by(Account.id),
    };
}
