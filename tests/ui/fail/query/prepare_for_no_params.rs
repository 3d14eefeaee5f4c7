// The struct has no placeholders.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
}

struct ById {
    id: i64,
}

fn main() {
    let _ = User.select().prepare::<ById>();
}
