// Only arrays overlap.
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    age: Option<i32>,
}

fn main() {
    let _ = Patient.select().filter(Patient.age.overlaps(7));
}
