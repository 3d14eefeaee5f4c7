// A conflict target must belong to the table of the insert.
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
    let row = NewPost { id: 1, user_id: 2 };
    let _ = Post.insert(row).on_conflict(User.id).do_nothing();
}
