// The parameter is a number, the column a text.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
    name: String,
}

sql_function!(
    aggregate fn bit_and(value: i32) -> Option<i32>;
);

async fn bits(pool: &sqlx::PgPool) -> schema_core::Result<Vec<Option<i32>>> {
    let query = Account.select().columns(bit_and(Account.name));
    query.fetch_all(pool).await
}

fn main() {}
