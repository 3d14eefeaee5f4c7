// A foreign key references a table that is there.
use schema_core::prelude::*;

#[table(name = "posts")]
struct Post {
    #[column(primary_key)]
    id: i64,
    #[column(references = User.id)]
    user_id: i64,
}

fn main() {}
