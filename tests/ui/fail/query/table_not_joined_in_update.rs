// An update can only read columns of its own table.
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
        .update()
        .set(Post.user_id, User.id)
        .filter(Post.id.eq(1));
}
