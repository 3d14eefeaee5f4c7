// Related to finding D9.
use schema_core::prelude::*;
use std::collections::HashMap;

#[table(name = "items")]
struct Item {
    #[column(primary_key)]
    id: i64,
    labels: HashMap<String, String>,
}

fn main() {}
