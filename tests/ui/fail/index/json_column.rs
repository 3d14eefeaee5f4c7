// Related to section B: these methods do not support these types.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(sql_type = "json", index)]
    body: Json<i32>,
}

fn main() {}
