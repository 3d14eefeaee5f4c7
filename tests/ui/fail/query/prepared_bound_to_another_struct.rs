// A prepared query has the placeholders of one struct.
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
    let query = User.select().filter(User.id.eq(ById.id)).prepare::<ById>().unwrap();
    let _ = query.bind(User { id: 7 });
}
