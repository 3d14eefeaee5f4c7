// Postgres accepts no foreign key to a deferrable constraint.
use schema_core::prelude::*;

#[table(name = "slots")]
struct Slot {
    #[column(unique, deferrable)]
    position: i32,
}

#[table(name = "visits")]
struct Visit {
    #[column(references = Slot.position)]
    slot: i32,
}

fn main() {}
