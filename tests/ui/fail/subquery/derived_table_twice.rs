// A second derived table of the same struct needs an alias.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account { id: i64 }

#[table(name = "orders")]
struct Order { account_id: i64 }

#[derive(Selectable)]
struct Busy { account_id: i64 }

fn main() {
    let busy = Order.select().columns(SelectBusy { account_id: Order.account_id }).as_table();
    let _ = Account
        .select()
        .cross_join(busy)
        .left_join(busy, Busy.account_id.eq(Account.id));
}
