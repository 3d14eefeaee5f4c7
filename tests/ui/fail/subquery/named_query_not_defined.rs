// `with` defines another query than the one that is read.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order { account_id: i64 }

#[derive(Selectable)]
struct Total { account_id: i64, orders: i64 }

#[derive(Selectable)]
struct Busy { account_id: i64 }

fn main() {
    let busy = Order.select().columns(SelectBusy { account_id: Order.account_id });
    let _ = with(busy)
        .query(Total.select());
}
