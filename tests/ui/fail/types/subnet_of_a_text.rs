// A network is not a text.
use schema_core::prelude::*;
use schema_core::types::Inet;

#[table(name = "logins")]
struct Login {
    #[column(primary_key)]
    id: i64,
    address: Inet,
}

fn main() {
    let _ = Login.select().filter(Login.address.subnet_of("10.0.0.0/8")).columns(Login.id);
}
