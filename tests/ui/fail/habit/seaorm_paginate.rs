// SeaORM has a paginator.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

async fn users(pool: &sqlx::PgPool) -> schema_core::Result<Vec<User>> {
    User.select().order_by(User.id).paginate(pool, 50).fetch_all(pool).await
}

fn main() {
    let _ = users;
}
