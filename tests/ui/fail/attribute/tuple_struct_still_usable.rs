// A struct that cannot be a table is one error; its uses add none.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit(i64);

fn number(visit: &Visit) -> i64 {
    visit.0
}

fn main() {
    let _ = number(&Visit(7));
}
