// The first branch does nothing yet.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
}

#[table(name = "posts")]
struct Post {
    user_id: i64,
}

fn main() {
    let merge = User.merge(Post, User.id.eq(Post.user_id));
    let _ = merge.when_matched().when_not_matched().then_insert();
}
