// A `select` without `from` has no columns.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let _ = select(User.id);
}
