// Only dates and times can be truncated.
use schema_core::expr::function::{date_trunc, field};
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {
    let _ = Patient
        .select()
        .columns(date_trunc(field::Day, Patient.name));
}
