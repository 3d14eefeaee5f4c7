// What `sql!` gives has a type that a column can have.
use schema_core::prelude::*;

fn main() {
    let _ = sql!(std::net::TcpStream, "inet_server_addr()");
}
