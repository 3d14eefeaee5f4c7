// A collation is a name, and never a value.
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = Patient.select().order_by(Patient.name.collate("es-x-icu"));
}
