// A placeholder has a type that a column can have.
use schema_core::prelude::*;

#[derive(Params)]
struct ById {
    id: std::time::Instant,
}

fn main() {}
