// The field of a newtype must be a column type.
use schema_core::prelude::*;

#[derive(PgNewtype)]
struct Connection(std::net::TcpStream);

fn main() {}
