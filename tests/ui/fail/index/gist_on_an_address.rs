// `gist` supports addresses by `inet_ops` only.
use schema_core::prelude::*;
use schema_core::types::Inet;

#[table(name = "logins")]
#[index(gist(address))]
struct Login {
    #[column(primary_key)]
    id: i64,
    address: Inet,
}

fn main() {}
