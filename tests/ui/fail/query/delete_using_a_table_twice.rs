// A table that is read twice needs an alias.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
    id: i64,
    user_id: i64,
}

fn main() {
    let _ = Post.delete().using(User).using(User);
}
