// `Self` has no meaning in an attribute: the struct has a name.
use schema_core::prelude::*;

#[table(name = "nodes")]
struct Node {
    #[column(primary_key)]
    id: i64,
    #[column(references = Self.id)]
    parent_id: Option<i64>,
}

fn main() {
    let _ = Node.select().columns(Node.parent_id);
}
