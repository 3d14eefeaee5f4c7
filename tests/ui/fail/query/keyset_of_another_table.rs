// The order reads a table that the query does not.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
}

#[table(name = "posts")]
struct Post {
    title: String,
}

fn main() {
    let _ = User.select().keyset((User.id, Post.title));
}
