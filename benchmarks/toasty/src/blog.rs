//! The workloads of `diesel_bench`. toasty has no joins: it includes related rows by another query.

use toasty::Deferred;
use workloads::{Blog, Result, Shown, input, shown};

use crate::Toasty;

#[derive(Debug, toasty::Model)]
#[table = "users"]
struct User {
    #[key]
    #[auto]
    id: i32,
    name: String,
    hair_color: Option<String>,
    #[has_many]
    posts: Deferred<Vec<Post>>,
}

#[derive(Debug, toasty::Model)]
#[table = "posts"]
struct Post {
    #[key]
    #[auto]
    id: i32,
    #[index]
    user_id: i32,
    #[belongs_to]
    user: Deferred<User>,
    title: String,
    body: Option<String>,
    #[has_many]
    comments: Deferred<Vec<Comment>>,
}

#[derive(Debug, toasty::Model)]
#[table = "comments"]
struct Comment {
    #[key]
    #[auto]
    id: i32,
    #[index]
    post_id: i32,
    #[belongs_to]
    post: Deferred<Post>,
    text: String,
}

#[derive(Debug, toasty::Model)]
#[table = "new_users"]
struct NewUser {
    #[key]
    #[auto]
    id: i32,
    name: String,
    hair_color: Option<String>,
}

shown!(User: id, name, hair_color; Post: id, user_id, title, body; Comment: id, post_id, text);

/// A user with a post, in the form of the left join of the other drivers.
struct WithPost(User);

/// Reads the related rows as well.
struct Deep<T>(T);

impl Shown for WithPost {
    fn show(&self, text: &mut String) {
        self.0.show(text);
        match self.0.posts.get().first() {
            Some(post) => post.show(text),
            None => text.push_str("None "),
        }
    }
}

impl Shown for Deep<User> {
    fn show(&self, text: &mut String) {
        self.0.show(text);
        text.push('\n');
        for post in self.0.posts.get() {
            post.show(text);
            text.push('\n');
            for comment in post.comments.get() {
                comment.show(text);
                text.push('\n');
            }
            text.push('\n');
        }
    }
}

impl Blog for Toasty {
    async fn trivial(&mut self) -> Result<impl Shown> {
        Ok(User::all().exec(&mut self.0).await?)
    }

    async fn medium(&mut self) -> Result<impl Shown> {
        let users = User::filter(User::fields().hair_color().eq("black"))
            .include(User::fields().posts())
            .exec(&mut self.0)
            .await?;
        Ok(users.into_iter().map(WithPost).collect::<Vec<_>>())
    }

    async fn associations(&mut self) -> Result<impl Shown> {
        let users = User::all()
            .include(User::fields().posts().comments())
            .exec(&mut self.0)
            .await?;
        Ok(users.into_iter().map(Deep).collect::<Vec<_>>())
    }

    async fn insert_users(&mut self, users: Vec<input::NewUser>) -> Result<()> {
        let mut many = NewUser::create_many();
        for user in users {
            let row = NewUser::create()
                .name(user.name)
                .hair_color(user.hair_color);
            many = many.item(row);
        }
        many.exec(&mut self.0).await?;
        Ok(())
    }
}
