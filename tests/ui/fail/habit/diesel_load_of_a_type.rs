// Diesel names the type of the rows.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

async fn users(pool: &sqlx::PgPool) -> schema_core::Result<Vec<User>> {
    User.select().filter(User.id.eq(1)).load::<User>(pool).await
}

fn main() {
    let _ = users;
}
