// An update without `returning` has no rows.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let update = User.update().set(User.name, "Ana").filter(User.id.eq(7));
    let _ = schema_core::query::Batch::new().fetch_all(update);
}
