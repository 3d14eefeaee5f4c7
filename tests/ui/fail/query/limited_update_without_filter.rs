// A `limit` is no condition.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = User.update().set(User.name, "Ana").order_by(User.id);
}
