// The subquery is correlated with a table that is not joined.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account { id: i64 }

#[table(name = "orders")]
struct Order { id: i64, account_id: i64 }

#[derive(Selectable)]
struct Last { id: i64 }

alias!(Other = Order);

fn main() {
    let last = Order
        .select()
        .correlate(Account)
        .filter(Order.account_id.eq(Account.id))
        .columns(SelectLast { id: Order.id });
    let _ = Other.select().left_join_lateral(last.as_table());
}
