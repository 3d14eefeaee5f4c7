// A constraint that is not enforced is never valid.
use schema_core::prelude::*;

#[table(name = "slots")]
#[check("position > 0", not_valid, not_enforced)]
struct Slot {
    position: i32,
}

fn main() {}
