// A function of text accepts text.
use schema_core::expr::function::lower;
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = Patient.select().filter(lower(Patient.id).eq("ana"));
}
