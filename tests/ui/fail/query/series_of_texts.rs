// Postgres makes no series of texts.
use schema_core::prelude::*;

fn main() {
    let _ = generate_series("a", "z");
}
