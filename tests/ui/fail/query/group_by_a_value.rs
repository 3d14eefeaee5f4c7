// The value would be another parameter in `group by` and in `select`.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    account_id: i64,
}

fn main() {
    let group = Order.account_id / 10;
    let _ = Order.select().group_by(group);
}
