// `Selectable` has no expressions; the query provides them.
use schema_core::prelude::*;

#[derive(Selectable)]
struct Line {
    #[selectable(Account.id)]
    id: i64,
}

fn main() {}
