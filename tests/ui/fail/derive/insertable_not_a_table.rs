// The target struct has no `#[table]`.
use schema_core::prelude::*;

struct Account {
    name: String,
}

#[derive(Insertable)]
#[insertable(Account)]
struct Draft {
    name: String,
}

fn main() {}
