// A window function needs a window. The fetched rows are not a second error.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
}

async fn numbers(pool: &sqlx::PgPool) -> schema_core::Result<Vec<(i64, i64)>> {
    let query = User.select().columns((row_number(), User.id));
    query.fetch_all(pool).await
}

fn main() {}
