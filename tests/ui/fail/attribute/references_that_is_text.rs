// A foreign key references a column, by its name in Rust.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(references = "patients")]
    patient_id: i64,
}

fn main() {}
