// The value would be another parameter in `group by` and in `select`.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    id: i64,
    account_id: i64,
}

fn main() {
    let _ = Order.select().group_by((Order.id, Order.account_id / 10));
}
