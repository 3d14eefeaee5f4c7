// Only a table can be joined.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

struct Visit;

fn main() {
    let _ = User.select().cross_join(Visit);
}
