// A keyset states the order itself.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = User.select().order_by(User.name).keyset(User.id);
}
