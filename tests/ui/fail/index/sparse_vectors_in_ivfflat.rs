// Related to section B: only `hnsw` supports sparse vectors.
use schema_core::prelude::*;

#[table(name = "items")]
#[index(ivfflat(embedding.sparsevec_l2_ops))]
struct Item {
    #[column(primary_key)]
    id: i64,
    embedding: SparseVector<9>,
}

fn main() {}
