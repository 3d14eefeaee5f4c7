// Only a plain column may omit its direction, in a window as well.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

async fn numbers(pool: &sqlx::PgPool) -> schema_core::Result<Vec<i64>> {
    let number = row_number().over(order_by(Account.id + 1));
    Account.select().columns(number).fetch_all(pool).await
}

fn main() {}
