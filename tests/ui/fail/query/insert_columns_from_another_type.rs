// A number does not fit a column of texts.
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
    let _ = User
        .insert_columns(User.name)
        .from(Post.select().columns(Post.id));
}
