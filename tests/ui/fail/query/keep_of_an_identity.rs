// `do_keep` writes the key of the existing row again.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

fn main() {
    let row = NewUser { name: "Ana".into() };
    let _ = User.insert(row).on_conflict(User.id).do_keep();
}
