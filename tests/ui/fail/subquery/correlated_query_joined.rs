// Only a lateral join reads the tables before it.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account { id: i64 }

#[table(name = "orders")]
struct Order { id: i64, account_id: i64 }

#[derive(Selectable)]
struct Last { id: i64 }

fn main() {
    let last = Order.select().correlate(Account).filter(Order.account_id.eq(Account.id));
    let last = last.columns(SelectLast { id: Order.id }).as_table();
    let _ = async |pool: &sqlx::PgPool| {
        Account.select().left_join(last, Last.id.gt(0)).fetch_all(pool).await
    };
}
