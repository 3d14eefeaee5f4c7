// A cross join needs an alias to read a table twice.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

fn main() {
    let _ = User.select().cross_join(User);
}
