// The rows of a struct without `#[table]` are nowhere.
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
