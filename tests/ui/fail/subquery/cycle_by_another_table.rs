// `cycle` names columns of the recursive query.
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
    let user = SelectPerson {
        id: User.id,
        name: User.name,
    };
    let users = User.select().columns(user);
    let _ = with_recursive(users.union(users)).cycle(User.id);
}
