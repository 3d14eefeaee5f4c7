// Section B: the server cannot number it.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key, identity)]
    id: uuid::Uuid,
}

fn main() {}
