// `sql(…)` accepts a string literal only.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(default = sql(NOW))]
    id: i64,
}

fn main() {}
