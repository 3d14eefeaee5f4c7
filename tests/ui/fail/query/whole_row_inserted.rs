// The struct of the table is what is read; what is written has a type of its own.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

fn main() {
    let _ = User.insert(User {
        id: 1,
        name: "Ana".into(),
    });
}
