// `when` of an operand compares it with a value.
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    age: Option<i32>,
}

fn main() {
    let _ = Patient
        .select()
        .columns(case(Patient.age).when("18", "adult"));
}
