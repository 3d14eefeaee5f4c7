// The composite type has no such field.
use schema_core::prelude::*;

#[derive(PgComposite)]
struct Address {
    street: String,
}

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    home: Address,
}

fn main() {
    let _ = Patient.select().columns(Patient.home.field(Address.zip));
}
