// `to_char` formats numbers and dates.
use schema_core::expr::function::to_char;
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = Patient.select().columns(to_char(Patient.name, "YYYY"));
}
