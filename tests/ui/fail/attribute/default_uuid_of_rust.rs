// Related to finding A14: all rows would have the same id.
use schema_core::prelude::*;

#[table(name = "items")]
struct Item {
    #[column(primary_key, default = uuid::Uuid::new_v4())]
    id: uuid::Uuid,
}

fn main() {}
