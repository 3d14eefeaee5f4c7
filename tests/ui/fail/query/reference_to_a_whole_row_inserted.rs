// A reference is inserted if what it refers to can be.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

fn copy(user: &User) {
    let _ = User.insert(user);
}

fn main() {
    let _ = copy;
}
