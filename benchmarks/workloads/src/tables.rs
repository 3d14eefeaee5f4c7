//! The SQL that creates the databases.

use crate::{Kind, Workload};

/// The tables of every database.
pub const CREATE: &str = include_str!("../sql/tables.sql");

const SHOP: &str = include_str!("../sql/shop.sql");

/// The SQL that fills the tables read by a workload, except for the embeddings.
pub fn fill(workload: Workload) -> String {
    let rows = workload.rows;
    match workload.kind {
        Kind::Trivial => format!(
            "insert into users (name) select 'User ' || i from generate_series(0, {rows} - 1) as i"
        ),
        Kind::Medium => format!(
            "insert into users (name, hair_color)
                select 'User ' || i, case when i % 2 = 0 then 'black' else 'brown' end
                from generate_series(0, {rows} - 1) as i"
        ),
        Kind::Associations => format!(
            "insert into users (name) select 'User ' || i from generate_series(1, {rows} / 100) as i;
            insert into posts (user_id, title)
                select users.id, 'Post ' || i || ' of user ' || users.id
                from users, generate_series(1, 10) as i;
            insert into comments (post_id, text)
                select posts.id, 'Comment ' || i || ' on post ' || posts.id
                from posts, generate_series(1, 10) as i"
        ),
        _ => SHOP.to_owned(),
    }
}
