// An element would be NULL.
use schema_core::expr::function::array_agg;
use schema_core::prelude::*;

#[table(name = "tags")]
struct Tag {
    id: i64,
    at: Option<i32>,
}

fn main() {
    let _ = Tag.select().columns(array_agg(Tag.at));
}
