// The values of the order are selected with the row, which would change what is distinct.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = User.select().distinct().keyset(User.id);
}
