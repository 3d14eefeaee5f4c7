// A correlated subquery cannot run by itself.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

#[table(name = "orders")]
struct Order {
    id: i64,
    account_id: i64,
}

fn main() {
    let _ = async |pool: &sqlx::PgPool| {
        let orders = Order
            .select()
            .correlate(Account)
            .filter(Order.account_id.eq(Account.id));
        orders.columns(count()).fetch_one(pool).await
    };
}
