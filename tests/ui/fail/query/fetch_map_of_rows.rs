// The rows are not pairs of a key and a value.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key)]
    id: i64,
}

async fn run(pool: &sqlx::PgPool) -> schema_core::Result<()> {
    let _: std::collections::HashMap<i64, User> = User.select().fetch_map(pool).await?;
    Ok(())
}

fn main() {}
