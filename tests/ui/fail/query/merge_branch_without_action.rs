// A branch says what to do with its rows.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
}

#[table(name = "posts")]
struct Post {
    user_id: i64,
}

async fn run(pool: &sqlx::PgPool) {
    let _ = User
        .merge(Post, User.id.eq(Post.user_id))
        .when_matched()
        .execute(pool)
        .await;
}

fn main() {}
