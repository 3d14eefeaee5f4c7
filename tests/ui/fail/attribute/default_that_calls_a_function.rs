// Related to finding A14: a default is a constant.
use schema_core::prelude::*;

fn number() -> i32 {
    7
}

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(default = number())]
    number: i32,
}

fn main() {}
