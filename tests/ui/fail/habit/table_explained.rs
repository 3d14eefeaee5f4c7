// A plan belongs to a query.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
}

async fn run(pool: &sqlx::PgPool) -> schema_core::Result<String> {
    User.explain().text(pool).await
}

fn main() {}
