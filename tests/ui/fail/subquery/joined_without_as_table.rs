// A query is joined as a table. The fetched rows are not a second error.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    id: i64,
    account_id: i64,
}

#[derive(Selectable)]
struct Last {
    account_id: i64,
}

async fn ids(pool: &sqlx::PgPool) -> schema_core::Result<Vec<i64>> {
    let last = Order.select().columns(SelectLast {
        account_id: Order.account_id,
    });
    let query = Order.select().inner_join(last, Last.account_id.eq(Order.id));
    query.columns(Order.id).fetch_all(pool).await
}

fn main() {}
