// The placeholder of a list has a field of that type.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
}

#[derive(Params)]
struct ById {
    id: i64,
}

fn main() {
    let _ = User.select().filter(User.id.eq_any(ById.id));
}
