// Related to finding A14: a text needs no conversion.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    #[column(default = "none".to_owned())]
    note: String,
}

fn main() {}
