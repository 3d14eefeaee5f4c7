// Related to section B: each class belongs to a method.
use schema_core::prelude::*;

#[table(name = "items")]
#[index(gist(name.gin_trgm_ops))]
struct Item {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {}
