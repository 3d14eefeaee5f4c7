// A newtype has one value.
use schema_core::prelude::*;

#[derive(PgNewtype)]
struct Id(i64, i64);

fn main() {}
