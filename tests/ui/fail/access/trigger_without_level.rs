// For each statement is the default of Postgres, and seldom meant.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "touch", before(update), execute = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
