// A placeholder has the type of its field.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
}

#[derive(Params)]
struct ByName {
    name: String,
}

fn main() {
    let _ = User.select().filter(User.id.eq(ByName.name));
}
