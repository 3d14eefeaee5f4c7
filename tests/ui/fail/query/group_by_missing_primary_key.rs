// The table has no primary key.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    account_id: i64,
}

async fn counts(pool: &sqlx::PgPool) -> schema_core::Result<Vec<i64>> {
    let groups = Order.select().group_by(Order.primary_key());
    groups.columns(count()).fetch_all(pool).await
}

fn main() {}
