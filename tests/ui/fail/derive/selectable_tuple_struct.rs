// The fields of a struct that is selected have names.
use schema_core::prelude::*;

#[derive(Selectable)]
struct Line(i64);

fn main() {}
