// An insert yields a row only with `returning`.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

async fn add(pool: &sqlx::PgPool) {
    let _ = Account
        .insert(NewAccount { name: "Ana".into() })
        .fetch_one(pool)
        .await;
}

fn main() {}
