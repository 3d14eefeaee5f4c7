// Related to section B: both columns become NULL.
use schema_core::prelude::*;

#[table(name = "parents")]
#[primary_key(a, b)]
struct Parent {
    a: i32,
    b: i32,
}

#[table(name = "items")]
#[foreign_key(a, b, references = (Parent.a, Parent.b), on_delete = set_null)]
struct Item {
    #[column(primary_key)]
    id: i64,
    a: Option<i32>,
    b: i32,
}

fn main() {}
