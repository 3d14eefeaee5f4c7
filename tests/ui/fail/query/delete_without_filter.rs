// Deleting every row must be explicit.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

async fn clear(pool: &sqlx::PgPool) {
    let _ = Account.delete().execute(pool).await;
}

fn main() {}
