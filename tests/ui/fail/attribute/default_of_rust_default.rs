// Related to finding A14: the value of `Default` can change with the program.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(default = i32::default())]
    number: i32,
}

fn main() {}
