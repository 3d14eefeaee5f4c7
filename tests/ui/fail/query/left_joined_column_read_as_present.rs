// A column of a left join may be NULL.
use schema_core::prelude::*;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

#[table(name = "posts")]
struct Post {
    #[column(primary_key)]
    id: i64,
    user_id: i64,
}

async fn authors(pool: &sqlx::PgPool) -> schema_core::Result<Vec<String>> {
    Post.select().left_join(User, Post.user_id.eq(User.id)).columns(User.name).fetch_all(pool).await
}

fn main() {}
