// A boxed expression is computed from one row.
use schema_core::prelude::*;
use schema_core::types::NeverNull;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    name: String,
}

fn main() {
    let _: BoxedExpr<'_, (Account,), i64, NeverNull> = count().boxed_expr();
}
