// A date has no hour.
use chrono::NaiveDate;
use schema_core::expr::function::{extract, field};
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    born: NaiveDate,
}

fn main() {
    let _ = Patient.select().columns(extract(field::Hour, Patient.born));
}
