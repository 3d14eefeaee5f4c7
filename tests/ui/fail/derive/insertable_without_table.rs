// `#[insertable(…)]` must name the table.
use schema_core::prelude::*;

#[derive(Insertable)]
struct Draft {
    name: String,
}

fn main() {}
