// The server computes a generated column.
use schema_core::prelude::*;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key)]
    id: i64,
    name: String,
    #[column(generated = "lower(name)")]
    slug: String,
}

fn main() {
    let _ = Account
        .update()
        .set(Account.slug, "ana")
        .filter(Account.id.eq(8));
}
