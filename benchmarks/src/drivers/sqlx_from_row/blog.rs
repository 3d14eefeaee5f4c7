//! The workloads of `diesel_bench`.

use sqlx::FromRow;
use workloads::{Blog, Result, Shown, group, shown};

use crate::SqlxFromRow;

#[derive(FromRow)]
struct User {
    id: i32,
    name: String,
    hair_color: Option<String>,
}

#[derive(FromRow)]
struct Post {
    id: i32,
    user_id: i32,
    title: String,
    body: Option<String>,
}

#[derive(FromRow)]
struct Comment {
    id: i32,
    post_id: i32,
    text: String,
}

/// A row of the left join, whose columns are renamed to be distinct.
#[derive(FromRow)]
struct UserAndPost {
    #[sqlx(flatten)]
    user: User,
    post_id: Option<i32>,
    post_user_id: Option<i32>,
    post_title: Option<String>,
    post_body: Option<String>,
}

shown!(User: id, name, hair_color; Post: id, user_id, title, body; Comment: id, post_id, text);

impl UserAndPost {
    fn split(self) -> Option<(User, Option<Post>)> {
        let post = match self.post_id {
            None => None,
            Some(id) => Some(Post {
                id,
                user_id: self.post_user_id?,
                title: self.post_title?,
                body: self.post_body,
            }),
        };
        Some((self.user, post))
    }
}

impl Blog for SqlxFromRow {
    async fn trivial(&mut self) -> Result<impl Shown> {
        let users: Vec<User> = sqlx::query_as("select id, name, hair_color from users")
            .fetch_all(&mut self.0)
            .await?;
        Ok(users)
    }

    async fn medium(&mut self) -> Result<impl Shown> {
        let rows: Vec<UserAndPost> = sqlx::query_as(
            "select users.id, users.name, users.hair_color, posts.id as post_id, posts.user_id as post_user_id,
                posts.title as post_title, posts.body as post_body
            from users left join posts on users.id = posts.user_id where users.hair_color = $1",
        )
        .bind("black")
        .fetch_all(&mut self.0)
        .await?;
        let rows: Option<Vec<_>> = rows.into_iter().map(UserAndPost::split).collect();
        Ok(rows.ok_or("a post has no title")?)
    }

    async fn associations(&mut self) -> Result<impl Shown> {
        let users: Vec<User> = sqlx::query_as("select id, name, hair_color from users")
            .fetch_all(&mut self.0)
            .await?;
        let ids: Vec<i32> = users.iter().map(|user| user.id).collect();
        let posts: Vec<Post> =
            sqlx::query_as("select id, user_id, title, body from posts where user_id = any($1)")
                .bind(ids)
                .fetch_all(&mut self.0)
                .await?;
        let ids: Vec<i32> = posts.iter().map(|post| post.id).collect();
        let comments: Vec<Comment> =
            sqlx::query_as("select id, post_id, text from comments where post_id = any($1)")
                .bind(ids)
                .fetch_all(&mut self.0)
                .await?;
        let posts = group(posts, |post| post.id, comments, |comment| comment.post_id);
        Ok(group(
            users,
            |user| user.id,
            posts,
            |(post, _)| post.user_id,
        ))
    }
}
