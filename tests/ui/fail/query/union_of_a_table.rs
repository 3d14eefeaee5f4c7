// A table is no query.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let _ = User.select().union(User);
}
