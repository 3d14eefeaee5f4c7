// The referenced table has no such column.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key)]
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
    #[column(references = User.id)]
    by: i64,
    text: String,
}

fn main() {
    let _ = Post.select().columns(Post.by.follow().nickname);
}
