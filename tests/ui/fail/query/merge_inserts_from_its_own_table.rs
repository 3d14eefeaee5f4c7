// A new row has no row of the table to read.
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
        .merge(Post, User.id.eq(Post.user_id))
        .when_not_matched()
        .then_insert()
        .set(User.id, User.id);
}
