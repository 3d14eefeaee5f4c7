//! The workloads of `diesel_bench`.

use sqlx::Row as _;
use sqlx::postgres::PgRow;
use workloads::{Blog, Result, Shown, group, input, shown};

use crate::Sqlx;

struct User {
    id: i32,
    name: String,
    hair_color: Option<String>,
}

struct Post {
    id: i32,
    user_id: i32,
    title: String,
    body: Option<String>,
}

struct Comment {
    id: i32,
    post_id: i32,
    text: String,
}

shown!(User: id, name, hair_color; Post: id, user_id, title, body; Comment: id, post_id, text);

fn user(row: &PgRow) -> sqlx::Result<User> {
    Ok(User {
        id: row.try_get(0)?,
        name: row.try_get(1)?,
        hair_color: row.try_get(2)?,
    })
}

fn post(row: &PgRow) -> sqlx::Result<Post> {
    Ok(Post {
        id: row.try_get(0)?,
        user_id: row.try_get(1)?,
        title: row.try_get(2)?,
        body: row.try_get(3)?,
    })
}

fn comment(row: &PgRow) -> sqlx::Result<Comment> {
    Ok(Comment {
        id: row.try_get(0)?,
        post_id: row.try_get(1)?,
        text: row.try_get(2)?,
    })
}

fn user_and_post(row: &PgRow) -> sqlx::Result<(User, Option<Post>)> {
    let post = match row.try_get(3)? {
        None => None,
        Some(id) => Some(Post {
            id,
            user_id: row.try_get(4)?,
            title: row.try_get(5)?,
            body: row.try_get(6)?,
        }),
    };
    Ok((user(row)?, post))
}

/// Decodes each row with a function.
fn read<T>(rows: &[PgRow], row: fn(&PgRow) -> sqlx::Result<T>) -> sqlx::Result<Vec<T>> {
    rows.iter().map(row).collect()
}

impl Blog for Sqlx {
    async fn trivial(&mut self) -> Result<impl Shown> {
        let rows = sqlx::query("select id, name, hair_color from users")
            .fetch_all(&mut self.0)
            .await?;
        Ok(read(&rows, user)?)
    }

    async fn medium(&mut self) -> Result<impl Shown> {
        let rows = sqlx::query(
            "select users.id, users.name, users.hair_color, posts.id, posts.user_id, posts.title, posts.body
            from users left join posts on users.id = posts.user_id where users.hair_color = $1",
        )
        .bind("black")
        .fetch_all(&mut self.0)
        .await?;
        Ok(read(&rows, user_and_post)?)
    }

    async fn associations(&mut self) -> Result<impl Shown> {
        let rows = sqlx::query("select id, name, hair_color from users")
            .fetch_all(&mut self.0)
            .await?;
        let users = read(&rows, user)?;
        let ids: Vec<i32> = users.iter().map(|user| user.id).collect();
        let rows =
            sqlx::query("select id, user_id, title, body from posts where user_id = any($1)")
                .bind(ids)
                .fetch_all(&mut self.0)
                .await?;
        let posts = read(&rows, post)?;
        let ids: Vec<i32> = posts.iter().map(|post| post.id).collect();
        let rows = sqlx::query("select id, post_id, text from comments where post_id = any($1)")
            .bind(ids)
            .fetch_all(&mut self.0)
            .await?;
        let comments = read(&rows, comment)?;
        let posts = group(posts, |post| post.id, comments, |comment| comment.post_id);
        Ok(group(
            users,
            |user| user.id,
            posts,
            |(post, _)| post.user_id,
        ))
    }

    /// Sends arrays, as recommended by sqlx's FAQ.
    async fn insert_users(&mut self, users: Vec<input::NewUser>) -> Result<()> {
        let mut names = Vec::with_capacity(users.len());
        let mut hair_colors = Vec::with_capacity(users.len());
        for user in users {
            names.push(user.name);
            hair_colors.push(user.hair_color);
        }
        sqlx::query(
            "insert into new_users (name, hair_color) select * from unnest($1::text[], $2::text[])",
        )
        .bind(names)
        .bind(hair_colors)
        .execute(&mut self.0)
        .await?;
        Ok(())
    }
}
