// The keys of `distinct_on` are the first of the order.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let _ = User.select().order_by(User.id).distinct_on(User.name);
}
