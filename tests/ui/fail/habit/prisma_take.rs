// Prisma and iterators call a limit `take`.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

async fn users(pool: &sqlx::PgPool) -> schema_core::Result<Vec<User>> {
    User.select().take(10).fetch_all(pool).await
}

fn main() {
    let _ = users;
}
