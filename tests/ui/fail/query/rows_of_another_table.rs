// The inserted rows belong to another table.
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
    let _ = User.insert_many(vec![NewPost { id: 1, user_id: 2 }]);
}
