//! The index methods of Postgres and pgvector, and their capabilities.

use std::ops::RangeInclusive;

/// An index method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Btree,
    Hash,
    Gist,
    SpGist,
    Gin,
    Brin,
    Hnsw,
    IvfFlat,
}

impl Method {
    pub(crate) const NAMES: [&str; 8] = [
        "btree", "hash", "gist", "spgist", "gin", "brin", "hnsw", "ivfflat",
    ];

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "btree" => Self::Btree,
            "hash" => Self::Hash,
            "gist" => Self::Gist,
            "spgist" => Self::SpGist,
            "gin" => Self::Gin,
            "brin" => Self::Brin,
            "hnsw" => Self::Hnsw,
            "ivfflat" => Self::IvfFlat,
            _ => return None,
        })
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Btree => "btree",
            Self::Hash => "hash",
            Self::Gist => "gist",
            Self::SpGist => "spgist",
            Self::Gin => "gin",
            Self::Brin => "brin",
            Self::Hnsw => "hnsw",
            Self::IvfFlat => "ivfflat",
        }
    }

    /// True if the index is ordered and can be unique. Only `btree` supports either.
    pub(crate) fn is_ordered(self) -> bool {
        self == Self::Btree
    }

    pub(crate) fn supports_several_columns(self) -> bool {
        matches!(self, Self::Btree | Self::Gist | Self::Gin | Self::Brin)
    }

    pub(crate) fn supports_include(self) -> bool {
        matches!(self, Self::Btree | Self::Gist | Self::SpGist)
    }

    /// The operator classes of pgvector, for the methods that require one.
    pub(crate) fn vector_classes(self) -> &'static [&'static str] {
        match self {
            Self::Hnsw => &[
                "vector_cosine_ops",
                "vector_l2_ops",
                "vector_ip_ops",
                "vector_l1_ops",
                "halfvec_cosine_ops",
                "halfvec_l2_ops",
                "halfvec_ip_ops",
                "halfvec_l1_ops",
                "sparsevec_cosine_ops",
                "sparsevec_l2_ops",
                "sparsevec_ip_ops",
                "sparsevec_l1_ops",
                "bit_hamming_ops",
                "bit_jaccard_ops",
            ],
            Self::IvfFlat => &[
                "vector_cosine_ops",
                "vector_l2_ops",
                "vector_ip_ops",
                "halfvec_cosine_ops",
                "halfvec_l2_ops",
                "halfvec_ip_ops",
                "bit_hamming_ops",
            ],
            _ => &[],
        }
    }

    /// The methods that an operator class of Postgres, pgvector or `pg_trgm` is for, or `None` for any other class.
    pub(crate) fn of_class(class: &str) -> Option<&'static [Self]> {
        if Self::IvfFlat.vector_classes().contains(&class) {
            return Some(&[Self::Hnsw, Self::IvfFlat]);
        }
        if Self::Hnsw.vector_classes().contains(&class) {
            return Some(&[Self::Hnsw]);
        }
        let of_brin = [
            "_minmax_ops",
            "_minmax_multi_ops",
            "_bloom_ops",
            "_inclusion_ops",
        ];
        match class {
            "gin_trgm_ops" | "jsonb_path_ops" => Some(&[Self::Gin]),
            "gist_trgm_ops" => Some(&[Self::Gist]),
            "text_pattern_ops" | "varchar_pattern_ops" | "bpchar_pattern_ops" => {
                Some(&[Self::Btree, Self::Hash])
            }
            _ if of_brin.iter().any(|end| class.ends_with(end)) => Some(&[Self::Brin]),
            _ => None,
        }
    }

    /// The keys of `with(…)`, each with its valid range, or `None` if the value is not a number.
    pub(crate) fn storage_parameters(
        self,
    ) -> &'static [(&'static str, Option<RangeInclusive<u64>>)] {
        match self {
            Self::Btree => &[("fillfactor", Some(10..=100)), ("deduplicate_items", None)],
            Self::Hash | Self::SpGist => &[("fillfactor", Some(10..=100))],
            Self::Gist => &[("fillfactor", Some(10..=100)), ("buffering", None)],
            Self::Gin => &[
                ("fastupdate", None),
                ("gin_pending_list_limit", Some(64..=2_147_483_647)),
            ],
            Self::Brin => &[
                ("pages_per_range", Some(1..=131_072)),
                ("autosummarize", None),
            ],
            Self::Hnsw => &[("m", Some(2..=100)), ("ef_construction", Some(4..=1000))],
            Self::IvfFlat => &[("lists", Some(1..=32_768))],
        }
    }
}
