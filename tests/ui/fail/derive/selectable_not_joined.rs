// A struct can only be selected from tables of the query.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
}

#[derive(Selectable)]
struct Line {
    name: String,
}

fn main() {
    let _ = Post.select().columns(SelectLine { name: User.name });
}
