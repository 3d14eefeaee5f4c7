// Windows are computed after `having`.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let users = User.select().group_by(User.name);
    let _ = users.having(rank().over(order_by(User.name)).gt(3));
}
