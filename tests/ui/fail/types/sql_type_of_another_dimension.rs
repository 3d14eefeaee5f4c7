// Related to finding A13: the vector has another length.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(sql_type = "vector(768)")]
    embedding: Vector<384>,
}

fn main() {}
