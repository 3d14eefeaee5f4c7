// An address is stored with the length of its prefix.
use schema_core::prelude::*;

#[table(name = "logins")]
struct Login {
    #[column(primary_key)]
    id: i64,
    address: std::net::IpAddr,
}

fn main() {}
