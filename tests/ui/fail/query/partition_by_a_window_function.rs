// Partitions are made before window functions are computed.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let number = count().over(());
    let window = partition_by(number);
    let _ = Account.select().columns(rank().over(window));
}
