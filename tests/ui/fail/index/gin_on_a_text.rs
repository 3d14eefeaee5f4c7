// Section B: `gin` has no operator class for text by default.
use schema_core::prelude::*;

#[table(name = "items")]
#[index(gin(name))]
struct Item {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {}
