// Rust's `&&` accepts only `bool`: write `.and(…)` or `&` (finding D20).
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    id: i64,
    name: String,
}

fn main() {
    let (id, name) = (Account.id.eq(1), Account.name.eq("Ana"));
    let _ = Account.select().filter(id && name);
}
