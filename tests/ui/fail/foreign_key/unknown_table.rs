// The referenced table does not exist.
use schema_core::prelude::*;

#[table(name = "posts")]
struct Post {
    #[column(primary_key)]
    id: i64,
    #[column(references = User.id)]
    user_id: i64,
}

fn main() {}
