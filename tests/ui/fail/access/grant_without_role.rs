// A privilege is given to someone.
use schema_core::prelude::*;

#[table(name = "orders")]
#[grant(select)]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
