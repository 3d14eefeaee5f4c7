//! Tables of a database, written by `pull`.
//!
//! They need in `Cargo.toml`:
//!
//! ```toml
//! [dependencies]
//! chrono = "0.4"
//! rust_decimal = "1"
//! schema-core = { version = "0.1", features = ["rust_decimal"] }
//! serde_json = "1"
//! uuid = "1"
//! ```

// Left out:
// * column "id" of "Category": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * column "id" of "users": a `serial` column; the field has `identity = by_default`, which a program uses in the same way
// * column "total" of "billing"."Invoice": no Rust type is known for `money`, so the program cannot insert rows
// * sequence "Category_id_seq": the sequence of column "id" of "Category"; an identity column has its own
// * sequence "users_id_seq": the sequence of column "id" of "users"; an identity column has its own

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use schema_core::prelude::*;
use schema_core::types::Point;
use uuid::Uuid;

#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
#[pg_enum(name = "roles")]
pub enum Roles {
    #[pg_enum(rename = "USER")]
    User,
    Administrator,
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq, Eq)]
#[pg_enum(name = "Color", schema = "billing", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Color {
    Red,
    Green,
}

#[table(name = "users")]
#[index(email, unique, name = "users_email_key")]
#[index(name, created_at.desc())]
#[index(gin(settings.jsonb_path_ops), name = "users_settings")]
#[derive(Debug, Clone)]
pub struct User {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    #[column(sql_type = "varchar(320)")]
    pub email: String,
    pub name: Option<String>,
    #[column(default = Roles::User)]
    pub role: Roles,
    #[column(default = sql("array['USER'::\"roles\", 'administrator'::\"roles\"]::\"roles\"[]"))]
    pub roles: Option<Vec<Roles>>,
    #[column(sql_type = "timestamptz(3)", default = sql("CURRENT_TIMESTAMP"))]
    pub created_at: DateTime<Utc>,
    #[column(name = "updatedAt", sql_type = "timestamp(3)")]
    pub updated_at: NaiveDateTime,
    #[column(default = sql("'{\"theme\": \"dark\"}'::jsonb"))]
    pub settings: serde_json::Value,
    #[column(sql_type = "json")]
    pub raw: Option<serde_json::Value>,
    pub bytes: Option<Vec<u8>>,
    #[column(sql_type = "numeric(12,2)", default = sql("0"))]
    pub balance: Decimal,
    #[column(default = sql("0.5"))]
    pub score: f64,
    #[column(default = 0)]
    pub visits: i64,
    #[column(default = true)]
    pub active: bool,
    pub tags: Option<Vec<String>>,
    #[column(default = gen_random_uuid())]
    pub token: Uuid,
    pub place: Option<Point>,
    #[column(name = "managerId", references = User.id, on_delete = set_null)]
    pub manager_id: Option<i32>,
}

#[table(name = "Profile")]
#[derive(Debug, Clone)]
pub struct Profile {
    #[column(
        name = "userId",
        primary_key,
        references = User.id,
        on_delete = cascade,
        on_update = cascade
    )]
    pub user_id: i32,
    #[column(default = "it's \"me\"")]
    pub bio: String,
}

#[table(name = "Post")]
#[index(author_id, slug, unique, name = "Post_authorId_slug_key")]
#[index(title, slug)]
#[derive(Debug, Clone)]
pub struct Post {
    #[column(primary_key)]
    pub id: String,
    pub slug: String,
    pub title: String,
    #[column(default = "post")]
    pub r#type: String,
    #[column(name = "authorId", references = User.id, on_delete = restrict, on_update = cascade)]
    pub author_id: i32,
}

#[table(name = "Category")]
#[index(name, unique, name = "one_name")]
#[derive(Debug, Clone)]
pub struct Category {
    #[column(primary_key, identity = by_default)]
    pub id: i32,
    pub name: String,
}

#[table(name = "Comment")]
#[primary_key(post_id, number)]
#[foreign_key(
    post_id,
    references = Post.id,
    on_delete = restrict,
    on_update = cascade,
    name = "of_post"
)]
#[derive(Debug, Clone)]
pub struct Comment {
    #[column(name = "postId")]
    pub post_id: String,
    pub number: i32,
    pub text: Option<String>,
}

#[table(name = "Invoice", schema = "billing")]
#[derive(Debug, Clone)]
pub struct Invoice {
    #[column(primary_key)]
    pub id: Uuid,
    #[column(default = Color::Red)]
    pub color: Color,
    pub day: NaiveDate,
    #[column(sql_type = "time(0)")]
    pub hour: NaiveTime,
}

#[table(name = "_CategoryToPost")]
#[primary_key(a, b, name = "_CategoryToPost_AB_pkey")]
#[index(b, name = "_CategoryToPost_B_index")]
#[derive(Debug, Clone)]
pub struct CategoryToPost {
    #[column(name = "A", references = Category.id, on_delete = cascade, on_update = cascade)]
    pub a: i32,
    #[column(name = "B", references = Post.id, on_delete = cascade, on_update = cascade)]
    pub b: String,
}

#[table(name = "_likes")]
#[primary_key(a, b, name = "_likes_AB_pkey")]
#[index(b, name = "_likes_B_index")]
#[derive(Debug, Clone)]
pub struct Like {
    #[column(name = "A", references = Post.id, on_delete = cascade, on_update = cascade)]
    pub a: String,
    #[column(name = "B", references = User.id, on_delete = cascade, on_update = cascade)]
    pub b: i32,
}

/// Objects that belong to no table.
const OBJECTS: &[Object] = &[
    Object::Extension("pg_trgm"),
];

/// All tables of this file.
pub fn schema() -> Schema {
    schema![User, Profile, Post, Category, Comment, Invoice, CategoryToPost, Like].with(OBJECTS)
}
