//! The workloads of `diesel_bench`.

use tokio_postgres::{Client, Error, Row, Statement};
use workloads::{Blog, Result, Shown, group, input, shown};

use crate::TokioPostgres;

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

pub(crate) struct Statements {
    users: Statement,
    users_and_posts: Statement,
    posts: Statement,
    comments: Statement,
    insert: Statement,
}

impl Statements {
    pub(crate) async fn prepare(client: &Client) -> Result<Self, Error> {
        Ok(Self {
            users: client.prepare("select id, name, hair_color from users").await?,
            users_and_posts: client
                .prepare(
                    "select users.id, users.name, users.hair_color, posts.id, posts.user_id, posts.title, posts.body
                    from users left join posts on users.id = posts.user_id where users.hair_color = $1",
                )
                .await?,
            posts: client
                .prepare("select id, user_id, title, body from posts where user_id = any($1)")
                .await?,
            comments: client
                .prepare("select id, post_id, text from comments where post_id = any($1)")
                .await?,
            insert: client
                .prepare("insert into new_users (name, hair_color) select * from unnest($1::text[], $2::text[])")
                .await?,
        })
    }
}

fn user(row: &Row) -> Result<User, Error> {
    Ok(User {
        id: row.try_get(0)?,
        name: row.try_get(1)?,
        hair_color: row.try_get(2)?,
    })
}

fn post(row: &Row) -> Result<Post, Error> {
    Ok(Post {
        id: row.try_get(0)?,
        user_id: row.try_get(1)?,
        title: row.try_get(2)?,
        body: row.try_get(3)?,
    })
}

fn comment(row: &Row) -> Result<Comment, Error> {
    Ok(Comment {
        id: row.try_get(0)?,
        post_id: row.try_get(1)?,
        text: row.try_get(2)?,
    })
}

fn user_and_post(row: &Row) -> Result<(User, Option<Post>), Error> {
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
fn read<T>(rows: &[Row], row: fn(&Row) -> Result<T, Error>) -> Result<Vec<T>, Error> {
    rows.iter().map(row).collect()
}

impl Blog for TokioPostgres {
    async fn trivial(&mut self) -> Result<impl Shown> {
        let rows = self.client.query(&self.blog.users, &[]).await?;
        Ok(read(&rows, user)?)
    }

    async fn medium(&mut self) -> Result<impl Shown> {
        let rows = self
            .client
            .query(&self.blog.users_and_posts, &[&"black"])
            .await?;
        Ok(read(&rows, user_and_post)?)
    }

    async fn associations(&mut self) -> Result<impl Shown> {
        let rows = self.client.query(&self.blog.users, &[]).await?;
        let users = read(&rows, user)?;
        let ids: Vec<i32> = users.iter().map(|user| user.id).collect();
        let rows = self.client.query(&self.blog.posts, &[&ids]).await?;
        let posts = read(&rows, post)?;
        let ids: Vec<i32> = posts.iter().map(|post| post.id).collect();
        let rows = self.client.query(&self.blog.comments, &[&ids]).await?;
        let comments = read(&rows, comment)?;
        let posts = group(posts, |post| post.id, comments, |comment| comment.post_id);
        Ok(group(
            users,
            |user| user.id,
            posts,
            |(post, _)| post.user_id,
        ))
    }

    async fn insert_users(&mut self, users: Vec<input::NewUser>) -> Result<()> {
        let mut names = Vec::with_capacity(users.len());
        let mut hair_colors = Vec::with_capacity(users.len());
        for user in users {
            names.push(user.name);
            hair_colors.push(user.hair_color);
        }
        self.client
            .execute(&self.blog.insert, &[&names, &hair_colors])
            .await?;
        Ok(())
    }
}
