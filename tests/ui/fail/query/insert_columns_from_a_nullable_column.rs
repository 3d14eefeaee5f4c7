// NULL does not fit a required column.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
    id: i64,
    user_id: Option<i64>,
}

fn main() {
    let _ = User
        .insert_columns(User.id)
        .from(Post.select().columns(Post.user_id));
}
