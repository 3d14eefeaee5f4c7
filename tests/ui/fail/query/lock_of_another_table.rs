// A lock is on rows of tables that the query reads.
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
    let _ = User.select().for_update().of(Post);
}
