// Only keys and foreign keys can be deferred.
use schema_core::prelude::*;

#[table(name = "slots")]
struct Slot {
    #[column(deferrable)]
    position: i32,
}

fn main() {}
