// A nullable expression does not fit a column that is not null.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key)]
    id: i64,
    name: String,
    nickname: Option<String>,
}

fn main() {
    let _ = Account
        .update()
        .set(Account.name, Account.nickname)
        .filter(Account.id.eq(8));
}
