// A join condition can only read the joined table and those before it.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
    by: i64,
}

alias!(Peer = User);

fn main() {
    let _ = Post.select().inner_join(User, Post.by.eq(Peer.id));
}
