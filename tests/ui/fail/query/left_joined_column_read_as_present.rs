// A column of a left-joined table is nullable.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
    user_id: i64,
}

async fn authors(pool: &sqlx::PgPool) -> schema_core::Result<Vec<String>> {
    Post.select()
        .left_join(User, Post.user_id.eq(User.id))
        .columns(User.name)
        .fetch_all(pool)
        .await
}

fn main() {}
