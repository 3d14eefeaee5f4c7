// Only `returning` reads the row before the change.
use schema_core::prelude::*;
use schema_core::query::old;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let _ = User.select().filter(old(User).name.eq("Ana"));
}
