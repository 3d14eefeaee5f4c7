// No Postgres type is known for the field.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(primary_key)]
    id: i64,
    connection: std::net::TcpStream,
}

fn main() {
    let _ = Visit.select().filter(Visit.id.eq(1));
}
