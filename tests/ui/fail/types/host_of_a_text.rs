// `host` is for network addresses.
use schema_core::expr::function::network;
use schema_core::prelude::*;

#[table(name = "logins")]
struct Login {
    #[column(primary_key)]
    id: i64,
    address: String,
}

fn main() {
    let _ = Login.select().columns(network::host(Login.address));
}
