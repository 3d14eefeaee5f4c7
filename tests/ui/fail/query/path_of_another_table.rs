// The table that has the key must be part of the query.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key)]
    id: i64,
    ok: bool,
}

#[table(name = "posts")]
struct Post {
    #[column(references = User.id)]
    by: i64,
    text: String,
}

fn main() {
    let _ = User.select().filter(Post.by.follow().ok);
}
