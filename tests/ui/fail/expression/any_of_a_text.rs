// `any` accepts arrays and subqueries.
use schema_core::expr::any;
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = Patient.select().filter(Patient.name.eq(any(Patient.name)));
}
