// An unknown key that resembles none; the error lists all keys.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(shape)]
    id: i64,
}

fn main() {}
