// Which rows tie is known from the order.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let _ = User.select().limit_with_ties(3);
}
