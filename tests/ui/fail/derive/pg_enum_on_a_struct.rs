// `PgEnum` is for enums only.
use schema_core::prelude::*;

#[derive(PgEnum)]
struct Status {
    open: bool,
}

fn main() {}
