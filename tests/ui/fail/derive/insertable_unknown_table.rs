// The table is not in scope.
use schema_core::prelude::*;

#[derive(Insertable)]
#[insertable(Account)]
struct Draft {
    name: String,
}

fn main() {}
