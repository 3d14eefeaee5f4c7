// The columns of a named query have names. The statement is not a second error.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    id: i64,
}

async fn ids(pool: &sqlx::PgPool) -> schema_core::Result<Vec<i64>> {
    let ids = Order.select().columns(Order.id);
    let query = with(ids).query(Order.select().columns(Order.id));
    query.fetch_all(pool).await
}

fn main() {}
