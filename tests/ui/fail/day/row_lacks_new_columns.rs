// The struct has two new columns (examples/change_day); the function that builds a row by hand does not know them.
#[path = "../../../../examples/change_day/after/tables.rs"]
mod tables;

#[path = "../../../../examples/change_day/before/orders.rs"]
mod orders;

fn main() {}
