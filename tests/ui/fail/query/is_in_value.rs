// A single value is not a list.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
}

async fn find(pool: &sqlx::PgPool) -> schema_core::Result<Vec<Account>> {
    Account.select().filter(Account.id.is_in(7)).fetch_all(pool).await
}

fn main() {
    let _ = find;
}
