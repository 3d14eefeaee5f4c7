// The word of SQL is `execute`.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "t", before(insert), for_each = row, function = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
