// `distinct` is called once (finding A15).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
}

fn main() {
    let _ = Account.select().distinct().distinct();
}
