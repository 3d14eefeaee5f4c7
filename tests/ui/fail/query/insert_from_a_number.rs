// The rows of the query say which columns they fill.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let _ = User.insert_from(User.select().columns(User.id));
}
