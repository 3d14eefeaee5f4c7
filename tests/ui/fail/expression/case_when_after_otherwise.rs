// `otherwise` is the last branch.
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    age: Option<i32>,
}

fn main() {
    let _ = Patient.select().columns(
        case_when(Patient.age.lt(18), 1)
            .otherwise(0)
            .when(Patient.age.is_null(), 2),
    );
}
