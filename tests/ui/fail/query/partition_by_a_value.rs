// The value would be another parameter each time.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    account_id: i64,
}

async fn numbers(pool: &sqlx::PgPool) -> schema_core::Result<Vec<i64>> {
    let number = row_number().over(partition_by(Order.account_id / 10));
    Order.select().columns(number).fetch_all(pool).await
}

fn main() {}
