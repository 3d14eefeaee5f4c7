// The name of a query is defined by `with`.
use schema_core::prelude::*;

#[derive(Selectable)]
struct Total {
    account_id: i64,
    orders: i64,
}

fn main() {
    let _ = async |pool: &sqlx::PgPool| Total.select().fetch_all(pool).await;
}
