// The type inside the `Option` has no Postgres type.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    connection: Option<std::net::TcpStream>,
}

fn main() {}
