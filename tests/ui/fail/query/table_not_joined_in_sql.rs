// Columns in `sql!` are checked like any others.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
    user_id: i64,
}

fn main() {
    let _ = Post
        .select()
        .filter(sql!(bool, "length({}) > 3", User.name));
}
