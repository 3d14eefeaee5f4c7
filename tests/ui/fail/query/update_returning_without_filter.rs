// `returning` does not choose the rows of an update.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
    name: String,
    age: Option<i32>,
}

async fn birthday(pool: &sqlx::PgPool) {
    let _ = Account
        .update()
        .set(Account.age, 41)
        .returning(Account.id)
        .fetch_all(pool)
        .await;
}

fn main() {}
