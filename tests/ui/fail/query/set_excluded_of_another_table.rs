// `set_excluded` names columns of the table of the insert.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key)]
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
    id: i64,
    user_id: i64,
}

fn main() {
    let users: Vec<NewUser> = Vec::new();
    let insert = User.insert_many(users).on_conflict(User.id);
    let _ = insert.do_update().set_excluded(Post.user_id);
}
