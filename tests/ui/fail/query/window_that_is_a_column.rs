// A window is made by `partition_by` and `order_by`.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
}

fn main() {
    let _ = Account.select().columns(row_number().over(Account.id));
}
