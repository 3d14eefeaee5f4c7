// A subquery cannot follow a key of the query around it.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key)]
    id: i64,
    ok: bool,
}

#[table(name = "docs")]
struct Doc {
    #[column(references = User.id)]
    by: i64,
    text: String,
}

fn main() {
    let users = User.select().correlate(Doc);
    let _ = users.filter(Doc.by.follow().ok);
}
