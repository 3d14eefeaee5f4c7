// Postgres replaces `current_user` when it creates the policy.
use schema_core::prelude::*;

#[table(name = "orders", row_level_security)]
#[policy(name = "own", to("app", "current_user"), using = "true")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
