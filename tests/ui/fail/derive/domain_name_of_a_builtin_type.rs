// Postgres would use its own type.
use schema_core::prelude::*;

#[derive(PgNewtype)]
#[pg_newtype(domain = "money")]
struct Amount(i64);

fn main() {}
