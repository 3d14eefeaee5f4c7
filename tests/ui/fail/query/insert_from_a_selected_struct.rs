// The rows of the query say which columns they fill.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

#[derive(Selectable)]
struct Person {
    id: i64,
    name: String,
}

fn main() {
    let users = User.select().columns(SelectPerson {
        id: User.id,
        name: User.name,
    });
    let _ = User.insert_from(users);
}
