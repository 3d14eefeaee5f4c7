// An unknown kind of identity; the error lists both.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(identity = sometimes)]
    id: i64,
}

fn main() {}
