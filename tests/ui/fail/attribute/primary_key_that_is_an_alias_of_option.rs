// Related to section B: the type checker knows the alias.
use schema_core::prelude::*;

type Maybe = Option<i64>;

#[table(name = "items")]
#[primary_key(id, tenant)]
struct Item {
    id: Maybe,
    tenant: i32,
}

fn main() {}
