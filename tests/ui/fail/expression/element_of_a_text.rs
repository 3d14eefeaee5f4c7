// Only arrays have elements.
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = Patient.select().columns(Patient.name.element(1));
}
