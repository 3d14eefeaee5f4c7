// Postgres truncates names to 63 bytes.
use schema_core::prelude::*;

#[table(name = "a_name_that_is_longer_than_any_that_the_server_would_keep_as_it_is")]
struct Visit {
    id: i64,
}

fn main() {}
