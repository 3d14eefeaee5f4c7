// The outer query reads no accounts, with which the subquery is correlated.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account { id: i64 }

#[table(name = "orders")]
struct Order { account_id: i64 }

#[table(name = "notes")]
struct Note { id: i64 }

fn main() {
    let orders = Order.select().correlate(Account).filter(Order.account_id.eq(Account.id));
    let _ = Note
        .select()
        .filter(exists(orders))
        .columns(Note.id);
}
