// Postgres numbers the rows by an `integer`.
use schema_core::prelude::*;

#[derive(Selectable, JsonTable)]
struct Tag {
    #[json_table(ordinality)]
    number: i64,
}

fn main() {}
