// Attributes refer to fields by their Rust name, not by the column name.
use schema_core::prelude::*;

#[table(name = "visits")]
#[unique(mail)]
struct Visit {
    #[column(name = "mail")]
    email: String,
}

fn main() {}
