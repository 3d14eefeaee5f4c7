// A trigger fires for each row or each statement.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "t", before(insert), for_each = table, execute = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
