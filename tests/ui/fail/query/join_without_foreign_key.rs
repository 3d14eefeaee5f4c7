// `join_on` needs a column that references a table.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
    #[column(primary_key)]
    id: i64,
    user_id: i64,
}

fn main() {
    let _ = Post.select().inner_join_on(Post.user_id);
}
