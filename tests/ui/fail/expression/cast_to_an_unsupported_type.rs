// Postgres has no such type.
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
}

fn main() {
    let _ = Patient.select().columns(Patient.id.cast::<u64>());
}
