// Postgres has no `%` for floating-point numbers.
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    weight: f64,
}

fn main() {
    let _ = Patient.select().columns(Patient.weight % 2.0);
}
