// Diesel adds alternatives to a query.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

fn main() {
    let _ = User.select().filter(User.id.eq(1)).or_filter(User.name.eq("Ana"));
}
