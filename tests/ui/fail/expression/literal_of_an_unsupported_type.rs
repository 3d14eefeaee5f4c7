// Postgres has no unsigned integers.
use schema_core::expr::literal;
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
}

fn main() {
    let _ = Patient.select().columns(literal(7_usize));
}
