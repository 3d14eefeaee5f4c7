// A window function needs a window. The fetched rows are not a second error.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

async fn numbers(pool: &sqlx::PgPool) -> schema_core::Result<Vec<(i64, i64)>> {
    let query = Account.select().columns((Account.id, row_number()));
    query.fetch_all(pool).await
}

fn main() {}
