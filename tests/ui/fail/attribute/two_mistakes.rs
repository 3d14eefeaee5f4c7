// Two mistakes are reported in the same compilation.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(uniqe)]
    id: i64,
    #[column(nam = "x")]
    name: String,
}

fn main() {}
