// The tuples of a list have the types of the row.
use schema_core::prelude::*;

#[table(name = "pets")]
struct Pet {
    #[column(primary_key)]
    id: i64,
    a: String,
}

fn main() {
    let _ = Pet.select().filter(row((Pet.a, Pet.id)).is_in([(1, 7)]));
}
