// A join condition can only read the joined table and those before it.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
    user_id: i64,
}

alias!(Author = User);

fn main() {
    let _ = Post.select().inner_join(User, Post.user_id.eq(Author.id));
}
