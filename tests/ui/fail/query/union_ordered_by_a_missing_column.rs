// The queries of this `union` have two columns.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let users = User.select().columns((User.id, User.name));
    let _ = users.union(users).order_by(output::<3>());
}
