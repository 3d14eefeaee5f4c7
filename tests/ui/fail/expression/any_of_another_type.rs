// The elements have the type of the other operand.
use schema_core::expr::any;
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    age: Option<i32>,
    tags: Vec<String>,
}

fn main() {
    let _ = Patient.select().filter(Patient.age.eq(any(Patient.tags)));
}
