// A prepared query has no values.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
}

#[derive(Params)]
struct ById {
    id: i64,
}

async fn run(pool: &sqlx::PgPool) -> schema_core::Result<Vec<User>> {
    let query = User.select().filter(User.id.eq(ById.id)).prepare::<ById>()?;
    query.fetch_all(pool).await
}

fn main() {}
