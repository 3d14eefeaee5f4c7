// A column that can be NULL is boxed as an expression that cannot.
use schema_core::prelude::*;
use schema_core::types::NeverNull;

#[table(name = "accounts")]
struct Account {
    #[column(primary_key, identity)]
    id: i64,
    age: Option<i32>,
}

fn main() {
    let _: BoxedExpr<'_, (Account,), i32, NeverNull> = Account.age.boxed_expr();
}
