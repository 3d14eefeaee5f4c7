// Only the server can generate the value of an `always` identity column.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.update().set(Account.id, 7).filter(Account.id.eq(8));
}
