// The condition belongs to a domain.
use schema_core::prelude::*;

#[derive(PgNewtype)]
#[pg_newtype(check = "value > 0")]
struct Amount(i64);

fn main() {}
