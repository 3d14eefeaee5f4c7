// Helper attributes cannot be hidden in `cfg_attr`.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[cfg_attr(test, column(unique))]
    id: i64,
}

fn main() {}
