// Only the rows of a `Selectable` struct can be sent as a table.
use schema_core::prelude::*;

struct Person {
    id: i64,
}

fn main() {
    let _ = values(vec![Person { id: 7 }]);
}
