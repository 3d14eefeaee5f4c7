// Finding D9: bytes are a `Vec`.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    hash: [u8; 32],
}

fn main() {}
