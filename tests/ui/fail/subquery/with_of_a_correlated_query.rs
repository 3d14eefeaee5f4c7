// A named query is not inside of another.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account { id: i64 }

#[table(name = "orders")]
struct Order { account_id: i64 }

#[derive(Selectable)]
struct Busy { account_id: i64 }

fn main() {
    let busy = Order.select().correlate(Account).filter(Order.account_id.eq(Account.id));
    let busy = busy.columns(SelectBusy { account_id: Order.account_id });
    let _ = with(busy);
}
