// An aggregate is no row of the table.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let _ = User.select().columns(count()).for_update();
}
