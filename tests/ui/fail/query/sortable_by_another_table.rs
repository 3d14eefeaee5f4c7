// The expression is not one of the tables that are listed.
use schema_core::prelude::*;
use schema_core::query::dynamic::Sortable;

#[table(name = "users")]
struct User {
    id: i64,
}

#[table(name = "posts")]
struct Post {
    id: i64,
}

fn main() {
    let _ = Sortable::<(User,)>::new().by("id", Post.id);
}
