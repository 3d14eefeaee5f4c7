// The field's type has no Postgres type.
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
