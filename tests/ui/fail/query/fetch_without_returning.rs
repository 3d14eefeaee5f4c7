// A delete yields rows only with `returning`.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

async fn clear(pool: &sqlx::PgPool) {
    let _ = Account
        .delete()
        .filter(Account.id.eq(1))
        .fetch_all(pool)
        .await;
}

fn main() {}
