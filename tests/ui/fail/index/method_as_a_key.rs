// The index method is written around the columns.
use schema_core::prelude::*;

#[table(name = "posts")]
#[index(tags, using = "gin")]
struct Post {
    #[column(primary_key)]
    id: i64,
    tags: Vec<String>,
}

fn main() {}
