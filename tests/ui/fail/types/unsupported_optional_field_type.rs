// No Postgres type is known for what may be NULL.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    connection: Option<std::net::TcpStream>,
}

fn main() {}
