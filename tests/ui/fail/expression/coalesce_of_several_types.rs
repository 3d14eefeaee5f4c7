// The arguments of `coalesce` have one type.
use schema_core::expr::function::coalesce;
use schema_core::prelude::*;

#[table(name = "patients")]
struct Patient {
    #[column(primary_key)]
    id: i64,
    name: String,
    nick: Option<String>,
}

fn main() {
    let _ = Patient
        .select()
        .columns(coalesce(Patient.nick, (Patient.name, 7)));
}
