// A table that a query reads twice needs a second name.
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
    let _ = Post.select().inner_join(User, Post.user_id.eq(User.id)).left_join(User, Post.id.eq(User.id));
}
