// The columns of a trigger are fields.
use schema_core::prelude::*;

#[table(name = "orders")]
#[trigger(name = "t", before(update(idd)), for_each = row, execute = "touch()")]
struct Order {
    id: i64,
    owner: String,
}

fn main() {}
