// Postgres accepts no deferrable constraint in `on conflict`.
use schema_core::prelude::*;

#[table(name = "slots")]
#[unique(position, deferrable)]
struct Slot {
    position: i32,
}

fn main() {
    let row = NewSlot { position: 1 };
    let _ = Slot.insert(row).on_conflict(Slot.position).do_nothing();
}
