// A foreign key must reference a table.
use schema_core::prelude::*;

struct User {
    id: i64,
}

#[table(name = "posts")]
struct Post {
    #[column(primary_key)]
    id: i64,
    #[column(references = User.id)]
    user_id: i64,
}

fn main() {}
