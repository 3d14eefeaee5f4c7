// A reference to a transaction is dereferenced twice (finding D12).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
}

async fn all(tx: &mut sqlx::PgTransaction<'_>) {
    let _ = Account.select().fetch_all(&mut *tx).await;
}

fn main() {}
