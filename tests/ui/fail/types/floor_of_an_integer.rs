// `floor` is for numbers with a fraction.
use schema_core::expr::function::floor;
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    age: Option<i32>,
}

fn main() {
    let _ = Patient.select().columns(floor(Patient.age));
}
