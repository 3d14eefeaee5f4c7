// Raw SQL must not contain `$1`; the query numbers the parameters.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.select().filter(sql!(bool, "id > $1", 7));
}
