// A text is not an address.
use schema_core::prelude::*;
use schema_core::types::Cidr;

#[table(name = "logins")]
struct Login {
    #[column(primary_key)]
    id: i64,
    address: String,
}

fn logins(network: Cidr) {
    let _ = Login.select().filter(Login.address.subnet_of(network)).columns(Login.id);
}

fn main() {}
