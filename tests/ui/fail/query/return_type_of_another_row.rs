// A join yields tuples of rows.
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

async fn posts(pool: &sqlx::PgPool) -> schema_core::Result<Vec<Post>> {
    Post.select()
        .inner_join(User, Post.user_id.eq(User.id))
        .fetch_all(pool)
        .await
}

fn main() {}
