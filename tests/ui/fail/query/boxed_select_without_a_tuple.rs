// The sources of a boxed query are a tuple. Its clauses are no further errors (finding D15).
use schema_core::prelude::*;

#[table(name = "orders")]
struct Order {
    #[column(primary_key, identity)]
    id: i64,
    account_id: i64,
}

type All<'a> = BoxedSelect<'a, Order, Order>;

fn all() -> All<'static> {
    Order.select().boxed()
}

async fn first(pool: &sqlx::PgPool) -> schema_core::Result<Vec<Order>> {
    let orders: All<'_> = all().filter(Order.id.gt(7));
    orders.order_by(Order.account_id).limit(9).fetch_all(pool).await
}

fn main() {}
