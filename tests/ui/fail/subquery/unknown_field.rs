// The derived table has no such column.
use schema_core::prelude::*;

#[derive(Selectable)]
struct Total {
    account_id: i64,
    orders: i64,
}

fn main() {
    let _ = Total.price;
}
