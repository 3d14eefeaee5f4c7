//! Tables of a database, written by `pull`.
//!
//! They need in `Cargo.toml`:
//!
//! ```toml
//! [dependencies]
//! schema-core = "0.1"
//! ```

// Left out:
// * column "loose" of "notes": no Rust type is known for `vector`

use schema_core::prelude::*;

#[table(name = "notes")]
#[check(name = "promised", "length(body) < 100", not_enforced)]
#[index(hnsw(embedding.vector_cosine_ops), with(ef_construction = 32, m = 8))]
#[index(ivfflat(embedding.vector_l2_ops), name = "notes_embedding_idx1")]
#[derive(Debug, Clone)]
pub struct Note {
    #[column(primary_key, identity = by_default)]
    pub id: i64,
    pub body: String,
    #[column(generated(virtual, "char_length(body)"))]
    pub length: Option<i32>,
    pub embedding: Vector<3>,
    pub short: Option<HalfVector<4>>,
}

#[table(name = "tags")]
#[unique(note, unused_tag, nulls_not_distinct)]
#[index(
    tag.text_pattern_ops.desc(),
    note,
    unique,
    nulls_not_distinct,
    name = "tags_first",
    where = "note > 0"
)]
#[derive(Debug, Clone)]
pub struct Tag {
    #[column(references = Note.id, on_delete = restrict, not_enforced)]
    pub note: i64,
    pub tag: String,
    #[column(name = "unused tag")]
    pub unused_tag: Option<String>,
}

/// All tables of this file.
pub fn schema() -> Schema {
    schema![Note, Tag]
}
