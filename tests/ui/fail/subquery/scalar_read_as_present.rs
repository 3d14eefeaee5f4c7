// A scalar subquery that finds no row is NULL.
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
        let query = Account
            .select()
            .columns(scalar(Order.select().columns(Order.id).limit(1)));
        let ids: Vec<i64> = query.fetch_all(pool).await.unwrap();
    };
}
