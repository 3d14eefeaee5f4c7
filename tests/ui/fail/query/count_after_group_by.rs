// `count` of groups could mean two things.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

fn main() {
    let _ = Account.select().group_by(Account.name).count();
}
