// `concat` accepts a tuple.
use schema_core::expr::function::concat;
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = Patient.select().columns(concat(Patient.name));
}
