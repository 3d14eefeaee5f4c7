// An update reads the columns of its own table alone.
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
    let _ = Post.update().set(Post.user_id, User.id).filter(Post.id.eq(1));
}
