// A foreign key must name the column it references.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(references = Patient)]
    patient_id: i64,
}

fn main() {}
