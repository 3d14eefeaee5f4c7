// A text is not a path of labels.
use schema_core::prelude::*;
use schema_core::types::Lquery;

#[table(name = "topics")]
struct Topic {
    #[column(primary_key)]
    id: i64,
    path: String,
}

fn main() {
    let _ = Topic.select().filter(Topic.path.matches_lquery(Lquery::from("Top.*"))).columns(Topic.id);
}
