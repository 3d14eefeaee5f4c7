// The subquery selects a column for each field.
use schema_core::prelude::*;

#[table(name = "pets")]
struct Pet {
    #[column(primary_key)]
    id: i64,
    a: String,
}

alias!(Old = Pet);

fn main() {
    let others = Old.select().columns(Old.id);
    let key = row((Pet.a, Pet.id));
    let _ = Pet.select().filter(key.is_in(others));
}
