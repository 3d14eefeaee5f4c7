// A date has no time zone.
use chrono::NaiveDate;
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    born: NaiveDate,
}

fn main() {
    let _ = Patient.select().columns(Patient.born.at_time_zone("UTC"));
}
