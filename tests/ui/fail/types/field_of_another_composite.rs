// The field belongs to another composite type.
use schema_core::prelude::*;

#[derive(PgComposite)]
struct Address {
    street: String,
}

#[derive(PgComposite)]
struct Price {
    amount: i64,
}

#[table(name = "patients")]
struct Patient {
    home: Address,
}

fn main() {
    let amount = Price.amount;
    let _ = Patient.home.field(amount);
}
