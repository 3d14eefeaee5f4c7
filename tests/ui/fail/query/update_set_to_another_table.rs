// The value of `set` can read the tables of `from` only.
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

alias!(Other = User);

fn main() {
    let update = Post.update().from(User);
    let _ = update.set(Post.user_id, Other.id);
}
