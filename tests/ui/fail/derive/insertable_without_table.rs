// A row says which table it is for.
use schema_core::prelude::*;

#[derive(Insertable)]
struct Draft {
    name: String,
}

fn main() {}
