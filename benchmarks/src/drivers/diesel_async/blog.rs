//! The workloads of `diesel_bench`.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use workloads::{Blog, Result, Shown, input, shown};

use crate::DieselAsync;

diesel::table! {
    users (id) {
        id -> Int4,
        name -> Text,
        hair_color -> Nullable<Text>,
    }
}

diesel::table! {
    posts (id) {
        id -> Int4,
        user_id -> Int4,
        title -> Text,
        body -> Nullable<Text>,
    }
}

diesel::table! {
    comments (id) {
        id -> Int4,
        post_id -> Int4,
        text -> Text,
    }
}

diesel::table! {
    new_users (id) {
        id -> Int4,
        name -> Text,
        hair_color -> Nullable<Text>,
    }
}

diesel::joinable!(posts -> users (user_id));
diesel::joinable!(comments -> posts (post_id));
diesel::allow_tables_to_appear_in_same_query!(users, posts, comments);

#[derive(Queryable, Selectable, Identifiable)]
#[diesel(table_name = users, check_for_backend(diesel::pg::Pg))]
struct User {
    id: i32,
    name: String,
    hair_color: Option<String>,
}

#[derive(Queryable, Selectable, Identifiable, Associations)]
#[diesel(table_name = posts, belongs_to(User), check_for_backend(diesel::pg::Pg))]
struct Post {
    id: i32,
    user_id: i32,
    title: String,
    body: Option<String>,
}

#[derive(Queryable, Selectable, Identifiable, Associations)]
#[diesel(table_name = comments, belongs_to(Post), check_for_backend(diesel::pg::Pg))]
struct Comment {
    id: i32,
    post_id: i32,
    text: String,
}

#[derive(Insertable)]
#[diesel(table_name = new_users)]
struct NewUser {
    name: String,
    hair_color: Option<String>,
}

shown!(User: id, name, hair_color; Post: id, user_id, title, body; Comment: id, post_id, text);

impl Blog for DieselAsync {
    async fn trivial(&mut self) -> Result<impl Shown> {
        let users: Vec<User> = users::table
            .select(User::as_select())
            .load(&mut self.0)
            .await?;
        Ok(users)
    }

    async fn medium(&mut self) -> Result<impl Shown> {
        let rows: Vec<(User, Option<Post>)> = users::table
            .left_join(posts::table)
            .filter(users::hair_color.eq("black"))
            .select(<(User, Option<Post>)>::as_select())
            .load(&mut self.0)
            .await?;
        Ok(rows)
    }

    async fn associations(&mut self) -> Result<impl Shown> {
        let users: Vec<User> = users::table
            .select(User::as_select())
            .load(&mut self.0)
            .await?;
        let posts: Vec<Post> = Post::belonging_to(&users)
            .select(Post::as_select())
            .load(&mut self.0)
            .await?;
        let comments: Vec<Comment> = Comment::belonging_to(&posts)
            .select(Comment::as_select())
            .load(&mut self.0)
            .await?;
        let comments = comments.grouped_by(&posts);
        let posts: Vec<Vec<(Post, Vec<Comment>)>> =
            posts.into_iter().zip(comments).grouped_by(&users);
        Ok(users.into_iter().zip(posts).collect::<Vec<_>>())
    }

    async fn insert_users(&mut self, users: Vec<input::NewUser>) -> Result<()> {
        let rows: Vec<NewUser> = users
            .into_iter()
            .map(|input::NewUser { name, hair_color }| NewUser { name, hair_color })
            .collect();
        diesel::insert_into(new_users::table)
            .values(&rows)
            .execute(&mut self.0)
            .await?;
        Ok(())
    }
}
