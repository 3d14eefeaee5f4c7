// Only a plain column may omit its direction. The fetched rows are not a second error.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

async fn ids(pool: &sqlx::PgPool) -> schema_core::Result<Vec<i64>> {
    let query = Account.select().order_by(Account.id + 1).limit(3);
    query.columns(Account.id).fetch_all(pool).await
}

fn main() {}
