// A cursor is a text.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = User.select().keyset(User.id).at(7);
}
