// Without a condition, each row is updated from any other row.
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
    let _ = Post
        .update()
        .from(User)
        .set(Post.user_id, User.id)
        .execute(pool)
        .await;
}

fn main() {}
