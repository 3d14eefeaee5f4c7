// Related to finding A3: Postgres finds its own table `pg_class` before any other of this name.
use schema_core::prelude::*;

#[table(name = "pg_class")]
struct Item {
    #[column(primary_key)]
    id: i64,
}

fn main() {}
