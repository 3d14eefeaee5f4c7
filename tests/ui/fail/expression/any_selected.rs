// `any` is an operand of a comparison.
use schema_core::expr::any;
use schema_core::prelude::*;

#[table(name = "pets")]
struct Pet {
    #[column(primary_key)]
    id: i64,
    tags: Vec<String>,
}

fn main() {
    let _ = Pet.select().columns(any(Pet.tags));
}
