// A newtype is stored as what is in it.
use schema_core::prelude::*;

#[derive(PgNewtype)]
struct Connection(std::net::TcpStream);

fn main() {}
