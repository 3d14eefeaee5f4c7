// A grouped query has no whole row to fetch.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

async fn ages(pool: &sqlx::PgPool) {
    let _ = Account.select().group_by(Account.age).fetch_all(pool).await;
}

fn main() {}
