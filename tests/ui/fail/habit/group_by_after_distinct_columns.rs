// `group_by` comes before `distinct` (finding D18).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
    age: Option<i32>,
}

fn main() {
    let _ = Account.select().columns(Account.age).distinct().group_by(Account.age);
}
