// The query says what is selected.
use schema_core::prelude::*;

#[derive(Selectable)]
struct Line {
    #[selectable(Account.id)]
    id: i64,
}

fn main() {}
