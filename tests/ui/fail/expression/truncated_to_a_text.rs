// A unit is a type, so that the text is a constant.
use chrono::NaiveDate;
use schema_core::expr::function::date_trunc;
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    born: NaiveDate,
}

fn main() {
    let _ = Patient.select().columns(date_trunc("month", Patient.born));
}
