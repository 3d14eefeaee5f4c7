// A number and a text are not in one column of a `union`.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let ids = User.select().columns(User.id);
    let _ = ids.union(User.select().columns(User.name));
}
