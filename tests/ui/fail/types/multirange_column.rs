// sqlx cannot read a multirange.
use schema_core::prelude::*;
use schema_core::types::Multirange;

#[table(name = "rooms")]
struct Room {
    #[column(primary_key)]
    id: i64,
    free: Multirange<i32>,
}

fn main() {}
