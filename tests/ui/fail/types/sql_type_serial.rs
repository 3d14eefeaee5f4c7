// Related to finding A13: the default of a `serial` would be unknown to inserts.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(sql_type = "serial")]
    number: i32,
}

fn main() {}
