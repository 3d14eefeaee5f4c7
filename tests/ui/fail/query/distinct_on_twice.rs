// A query has one `distinct_on`.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let _ = User.select().distinct_on(User.name).distinct_on(User.id);
}
