// One of several columns belongs to a table that the query does not read.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
    #[column(primary_key)]
    id: i64,
    user_id: i64,
}

fn main() {
    let _ = Post.select().columns((Post.id, User.name, Post.user_id));
}
