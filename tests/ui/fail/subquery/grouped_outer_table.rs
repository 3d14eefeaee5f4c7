// A group has several accounts, one of which the subquery reads.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account { id: i64, name: String }

#[table(name = "orders")]
struct Order { id: i64, account_id: i64 }

fn main() {
    let orders = Order.select().correlate(Account).filter(Order.account_id.eq(Account.id));
    let _ = Account
        .select()
        .group_by(Account.name)
        .columns((Account.name, scalar(orders.columns(count()))));
}
