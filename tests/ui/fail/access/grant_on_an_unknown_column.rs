// The columns of a grant are fields.
use schema_core::prelude::*;

#[table(name = "orders")]
#[grant(update(ownr), to = "app")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
