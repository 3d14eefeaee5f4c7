// The type given to `sql!` must be a column type.
use schema_core::prelude::*;

fn main() {
    let _ = sql!(std::net::TcpStream, "inet_server_addr()");
}
