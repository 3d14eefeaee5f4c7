// A distinct aggregate is ordered by its arguments.
use schema_core::prelude::*;

#[table(name = "orders")]
struct Post {
    #[column(primary_key)]
    id: i64,
    name: String,
    price: f64,
    due: Option<i32>,
}

fn main() {
    let total = sum(Post.id).distinct();
    let _ = Post.select().columns(total.order_by(Post.name));
}
