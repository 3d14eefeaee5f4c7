// A query needs an alias to read a table twice.
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
    let _ = Post
        .select()
        .inner_join(User, Post.user_id.eq(User.id))
        .left_join(User, Post.id.eq(User.id));
}
