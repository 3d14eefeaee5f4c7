// Rows are compared field by field.
use schema_core::prelude::*;

#[table(name = "pets")]
struct Pet {
    #[column(primary_key)]
    id: i64,
    a: String,
}

fn main() {
    let _ = Pet.select().filter(row((Pet.a, Pet.id)).gt(("Ana", "7")));
}
