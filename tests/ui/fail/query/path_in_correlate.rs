// A subquery names the table of the outer query, not a row that it references.
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
    let _ = User.select().correlate(Post.by.follow());
}
