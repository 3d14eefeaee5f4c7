// Section B: an index has at most 4,000 dimensions of `halfvec`.
use schema_core::prelude::*;

#[table(name = "items")]
#[index(ivfflat(embedding.halfvec_l2_ops))]
struct Item {
    #[column(primary_key)]
    id: i64,
    embedding: HalfVector<4096>,
}

fn main() {}
