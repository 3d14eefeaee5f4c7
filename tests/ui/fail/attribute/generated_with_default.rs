// A generated column cannot have a default.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(generated = "1", default = 1)]
    id: i64,
}

fn main() {}
