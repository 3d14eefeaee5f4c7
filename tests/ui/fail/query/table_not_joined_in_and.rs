// A table that is missing is found inside of `and` and `or` too.
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
