// A function returns a boxed condition (finding D13).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.select().filter(adult());
}

fn adult() -> impl Condition {
    Account.age.ge(18)
}
