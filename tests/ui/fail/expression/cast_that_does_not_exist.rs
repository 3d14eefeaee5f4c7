// Postgres has no such cast.
use chrono::NaiveDate;
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    born: NaiveDate,
}

fn main() {
    let _ = Patient.select().columns(Patient.born.cast::<i32>());
}
