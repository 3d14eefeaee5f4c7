// A group has several values of a column that is not in `group by`.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account
        .select()
        .group_by(Account.age)
        .columns((Account.name, count()));
}
