// Finding A3: Postgres finds its own type `line` before any other of this name.
use schema_core::prelude::*;

#[derive(PgEnum)]
enum Line {
    A,
    B,
}

fn main() {}
