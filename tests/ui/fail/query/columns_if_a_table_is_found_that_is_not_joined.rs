// `if_found` reads a table of the query.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
    #[column(primary_key, identity)]
    id: i64,
}

fn main() {
    let _ = Post.select().columns((Post.id, User.if_found(User.name)));
}
