// A boxed condition refers to a table that the query does not read.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
    user_id: i64,
}

fn named<'a>() -> BoxedCondition<'a, (User,)> {
    User.name.eq("Ana").boxed()
}

fn main() {
    let _ = Post.select().filter(named());
}
