// A row has expressions, and is compared with values.
use schema_core::prelude::*;

#[table(name = "pets")]
struct Pet {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = Pet.select().filter(row((Pet.id, "Ana")).eq((7, Pet.name)));
}
