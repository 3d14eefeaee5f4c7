// The rows of an aggregate are ordered before it is computed.
use schema_core::expr::function::array_agg;
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.select().columns(array_agg(Account.name).order_by(count()));
}
