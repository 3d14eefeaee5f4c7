// A foreign key references a column.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(references = Patient)]
    patient_id: i64,
}

fn main() {}
