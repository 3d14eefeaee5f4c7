// `on_delete` and `on_update` belong to a foreign key.
use schema_core::prelude::*;

#[table(name = "visits")]
struct Visit {
    #[column(on_delete = cascade)]
    id: i64,
}

fn main() {}
