// `round(x, digits)` is for decimals.
use schema_core::expr::function::round_to;
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    weight: f64,
}

fn main() {
    let _ = Patient.select().columns(round_to(Patient.weight, 2));
}
