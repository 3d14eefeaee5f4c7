//! The workloads of `diesel_bench`.

use schema_core::prelude::*;
use workloads::{Blog, Result, Shown, group, input, shown};

use crate::Schema;

#[table(name = "users")]
struct User {
    #[column(primary_key, identity = by_default)]
    id: i32,
    name: String,
    hair_color: Option<String>,
}

#[table(name = "posts")]
struct Post {
    #[column(primary_key, identity = by_default)]
    id: i32,
    user_id: i32,
    title: String,
    body: Option<String>,
}

#[table(name = "comments")]
struct Comment {
    #[column(primary_key, identity = by_default)]
    id: i32,
    post_id: i32,
    text: String,
}

#[table(name = "new_users")]
#[allow(dead_code, reason = "the table is only written")]
struct Added {
    #[column(primary_key, identity = by_default)]
    id: i32,
    name: String,
    hair_color: Option<String>,
}

/// The columns of an insert.
#[derive(Insertable)]
#[insertable(Added)]
struct AddUser {
    name: String,
    hair_color: Option<String>,
}

shown!(User: id, name, hair_color; Post: id, user_id, title, body; Comment: id, post_id, text);

impl Blog for Schema {
    async fn trivial(&mut self) -> Result<impl Shown> {
        Ok(User.select().fetch_all(&mut self.0).await?)
    }

    async fn medium(&mut self) -> Result<impl Shown> {
        let rows = User
            .select()
            .left_join(Post, User.id.eq(Post.user_id))
            .filter(User.hair_color.eq("black"))
            .fetch_all(&mut self.0)
            .await?;
        Ok(rows)
    }

    async fn associations(&mut self) -> Result<impl Shown> {
        let users = User.select().fetch_all(&mut self.0).await?;
        let ids: Vec<i32> = users.iter().map(|user| user.id).collect();
        let posts = Post
            .select()
            .filter(Post.user_id.eq_any(ids))
            .fetch_all(&mut self.0)
            .await?;
        let ids: Vec<i32> = posts.iter().map(|post| post.id).collect();
        let comments = Comment
            .select()
            .filter(Comment.post_id.eq_any(ids))
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

    async fn insert_users(&mut self, users: Vec<input::NewUser>) -> Result<()> {
        let rows: Vec<AddUser> = users
            .into_iter()
            .map(|input::NewUser { name, hair_color }| AddUser { name, hair_color })
            .collect();
        Added.insert_many(rows).execute(&mut self.0).await?;
        Ok(())
    }
}
