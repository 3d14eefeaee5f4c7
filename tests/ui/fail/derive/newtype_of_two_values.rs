// A newtype has exactly one field.
use schema_core::prelude::*;

#[derive(PgNewtype)]
struct Id(i64, i64);

fn main() {}
