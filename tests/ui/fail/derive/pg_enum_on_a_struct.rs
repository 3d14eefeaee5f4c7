// A struct is no enum.
use schema_core::prelude::*;

#[derive(PgEnum)]
struct Status {
    open: bool,
}

fn main() {}
