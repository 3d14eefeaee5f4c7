// What `sql!` gives has a type that a column can have.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.select().filter(sql!(std::net::TcpStream, "1"));
}
