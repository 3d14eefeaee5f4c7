// A timestamp cannot be truncated to a day of the week.
use chrono::NaiveDate;
use schema_core::expr::function::{date_trunc, field};
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    born: NaiveDate,
}

fn main() {
    let _ = Patient
        .select()
        .columns(date_trunc(field::Dow, Patient.born));
}
