// `Selectable` needs named fields.
use schema_core::prelude::*;

#[derive(Selectable)]
struct Line(i64);

fn main() {}
