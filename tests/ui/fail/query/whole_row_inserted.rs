// The table struct is for reading; inserts use a struct of their own.
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
