// The values outlive the query that they are bound to.
use schema_core::prelude::*;

#[derive(Params)]
struct ByName<'a> {
    name: &'a str,
}

fn main() {}
