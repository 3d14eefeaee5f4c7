// The row of a group is no row of the table.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

fn main() {
    let _ = User
        .select()
        .group_by(User.name)
        .columns(User.name)
        .for_update();
}
