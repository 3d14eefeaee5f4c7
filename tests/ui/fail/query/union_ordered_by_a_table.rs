// A `union` is ordered by columns of its result, not of a table.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let ids = User.select().columns(User.id);
    let _ = ids.union(ids).order_by(User.id);
}
