// A missing table is also found inside `and` and `or`.
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
        .filter(Post.id.gt(1).and(Post.id.lt(9).or(User.name.eq("Ana"))));
}
