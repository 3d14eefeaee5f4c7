// An aggregate in a window leaves one row, and the column has many.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let total = sum(count()).over(());
    let _ = Account.select().columns((Account.name, total));
}
