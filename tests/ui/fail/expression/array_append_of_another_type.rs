// The element has the type of the array.
use schema_core::expr::function::array_append;
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    tags: Vec<String>,
}

fn main() {
    let _ = Patient.select().columns(array_append(Patient.tags, 7));
}
