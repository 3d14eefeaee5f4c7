// Finding A13: the server sends 2 bytes.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(sql_type = "smallint")]
    count: i32,
}

fn main() {}
