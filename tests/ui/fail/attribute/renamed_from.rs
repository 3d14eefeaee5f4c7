//! A table and a column that are renamed from names which they have now.

use schema_core::prelude::*;

#[table(name = "people", renamed_from = "people")]
struct Person {
    #[column(renamed_from = "email")]
    email: String,
    #[column(renamed_from = "email")]
    address: String,
}

fn main() {
    let _ = Person.select();
}
