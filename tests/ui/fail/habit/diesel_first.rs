// Diesel calls it `first`.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = async |pool: &sqlx::PgPool| Account.select().first(pool).await;
}
