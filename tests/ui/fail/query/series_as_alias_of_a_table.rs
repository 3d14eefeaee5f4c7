// The alias belongs to a table, not to a series.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    id: i64,
}

alias!(Other = Order);

fn main() {
    let _ = generate_series(1_i32, 9).as_alias(Other);
}
