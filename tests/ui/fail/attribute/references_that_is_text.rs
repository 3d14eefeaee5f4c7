// A foreign key references a column by its Rust path, not by a string.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(references = "patients")]
    patient_id: i64,
}

fn main() {}
