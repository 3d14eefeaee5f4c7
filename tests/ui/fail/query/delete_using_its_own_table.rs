// A table that is read twice needs an alias.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let _ = User.delete().using(User);
}
