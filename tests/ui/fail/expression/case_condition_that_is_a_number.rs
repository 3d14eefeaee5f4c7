// `case_when` tests conditions.
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    age: Option<i32>,
}

fn main() {
    let _ = Patient.select().columns(case_when(Patient.age, "minor"));
}
