// A column that is renamed from one that still exists.
use schema_core::prelude::*;

#[table(name = "people")]
struct Person {
    email: String,
    #[column(renamed_from = "email")]
    address: String,
}

fn main() {
    let _ = Person.select();
}
