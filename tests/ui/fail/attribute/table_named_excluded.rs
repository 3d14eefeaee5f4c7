// Finding A19: `excluded` means the new row in `on conflict`.
use schema_core::prelude::*;

#[table(name = "excluded")]
struct Item {
    #[column(primary_key)]
    id: i64,
}

fn main() {}
