//! The workloads of `diesel_bench`.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use workloads::{Blog, Result, Shown, input, shown};

use crate::SeaOrm;
use crate::blog_entities::{comment, new_user, post, user};

shown!(
    user::Model: id, name, hair_color;
    post::Model: id, user_id, title, body;
    comment::ModelEx: id, post_id, text;
);

impl Shown for user::ModelEx {
    fn show(&self, text: &mut String) {
        user::Model::from(self.clone()).show(text);
        Vec::from_iter(self.posts.clone()).show(text);
    }
}

impl Shown for post::ModelEx {
    fn show(&self, text: &mut String) {
        post::Model::from(self.clone()).show(text);
        Vec::from_iter(self.comments.clone()).show(text);
    }
}

impl Blog for SeaOrm {
    async fn trivial(&mut self) -> Result<impl Shown> {
        Ok(user::Entity::find().all(self.connection()?).await?)
    }

    async fn medium(&mut self) -> Result<impl Shown> {
        let rows = user::Entity::find()
            .filter(user::COLUMN.hair_color.eq("black"))
            .find_also_related(post::Entity)
            .all(self.connection()?)
            .await?;
        Ok(rows)
    }

    async fn associations(&mut self) -> Result<impl Shown> {
        let users = user::Entity::load()
            .with((post::Entity, comment::Entity))
            .all(self.connection()?)
            .await?;
        Ok(users)
    }

    async fn insert_users(&mut self, users: Vec<input::NewUser>) -> Result<()> {
        let rows = users.into_iter().map(|user| new_user::ActiveModel {
            name: Set(user.name),
            hair_color: Set(user.hair_color),
            ..Default::default()
        });
        new_user::Entity::insert_many(rows)
            .exec_without_returning(self.connection()?)
            .await?;
        Ok(())
    }
}
