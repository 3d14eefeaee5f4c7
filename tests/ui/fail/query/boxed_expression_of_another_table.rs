// A boxed expression refers to a table that the query does not read.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    admin: bool,
}

#[table(name = "posts")]
struct Post {
    user_id: i64,
}

fn key<'a>() -> BoxedExpr<'a, (User,), bool> {
    User.admin.boxed_expr()
}

fn main() {
    let _ = Post.select().filter(key());
}
