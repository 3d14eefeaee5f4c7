// `read` is no privilege.
use schema_core::prelude::*;

#[table(name = "orders")]
#[grant(read, to = "app")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
