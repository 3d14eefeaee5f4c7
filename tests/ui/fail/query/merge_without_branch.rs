// A `merge` without a branch does nothing.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
    id: i64,
    user_id: i64,
}

async fn run(pool: &sqlx::PgPool) {
    let _ = User
        .merge(Post, User.id.eq(Post.user_id))
        .execute(pool)
        .await;
}

fn main() {}
