// A value is no key of `distinct_on`.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let _ = User.select().distinct_on(User.id + 1);
}
