// Related to finding A13: a newtype is checked as well.
use schema_core::prelude::*;

#[derive(PgNewtype)]
struct Code(i32);

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(sql_type = "character varying(20)")]
    code: Code,
}

fn main() {}
