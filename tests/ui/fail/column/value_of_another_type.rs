// A required column takes its own type.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

fn main() {
    let _ = User.insert(NewUser { name: 7 });
}
