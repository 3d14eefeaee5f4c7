// `count` counts the rows of the tables; a `distinct` has fewer.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

fn main() {
    let _ = Account.select().distinct().columns(Account.name).count();
}
