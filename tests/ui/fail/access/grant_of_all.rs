// `all` depends on the version of Postgres.
use schema_core::prelude::*;

#[table(name = "orders")]
#[grant(all, to = "app")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
