//! Which index methods and operator classes support which types:
//! <https://www.postgresql.org/docs/current/indexes-opclass.html>.
//!
//! Everything here runs during compilation. What is not known, such as the class of an extension, is accepted.

use super::{KnownType, same};
use crate::types::builtin;

impl KnownType {
    const fn is(&self, names: &[&str]) -> bool {
        !self.array && !self.enumeration && contains(names, self.name)
    }

    /// Returns true if the type can be indexed by a method without an operator class.
    pub(crate) const fn has_default_class(&self, method: &str) -> bool {
        let is_listed = self.array || self.enumeration;
        match method.as_bytes() {
            b"btree" => !self.is(&UNORDERED),
            b"hash" => !self.is(&UNORDERED) && !self.is(&NOT_HASHED),
            b"gin" => self.array || self.is(&["jsonb", "tsvector", "hstore"]),
            b"gist" => {
                self.is(&SPACES)
                    || self.is(&MULTIRANGES)
                    || self.is(&["circle", "tsquery", "tsvector", "ltree", "hstore"])
            }
            b"spgist" => self.is(&SPACES) || self.is(&["text", "varchar", "inet", "cidr"]),
            b"brin" => {
                !is_listed
                    && !self.is(&UNORDERED)
                    && !self.is(&["bool", "jsonb", "money", "tsquery", "tsvector", "xid8"])
                    && !self.is(&VECTORS)
                    && !self.is(&MULTIRANGES)
                    && !self.is(&["citext", "ltree", "hstore"])
            }
            _ => true,
        }
    }

    /// Returns true if an operator class is for another type than this one.
    pub(crate) const fn contradicts(&self, class: &str) -> bool {
        let wanted = class_type(class);
        match wanted.as_bytes() {
            b"array" => !self.array,
            b"enum" => !self.enumeration,
            b"text" | b"varchar" | b"bpchar" => {
                !self.is(&["text", "varchar", "bpchar", "name", "citext"])
            }
            b"inet" | b"cidr" => !self.is(&["inet", "cidr"]),
            b"range" => !self.is(&RANGES),
            b"multirange" => !self.is(&MULTIRANGES),
            name if contains(&VECTORS, wanted) || builtin::named(name).is_some() => {
                !self.is(&[wanted])
            }
            _ => false,
        }
    }

    /// Returns the largest number of dimensions that an index of pgvector can have.
    pub(crate) const fn max_dimensions(&self) -> u32 {
        match self.name.as_bytes() {
            b"vector" => 2_000,
            b"halfvec" => 4_000,
            b"bit" => 64_000,
            _ => u32::MAX,
        }
    }
}

/// Returns the type in an operator class's name: `jsonb` of `jsonb_path_ops`.
pub(crate) const fn class_type(class: &str) -> &str {
    if same(class, "gin_trgm_ops") || same(class, "gist_trgm_ops") {
        return "text";
    }
    let mut i = 0;
    while i < class.len() {
        if class.as_bytes()[i] == b'_' {
            return class.split_at(i).0;
        }
        i += 1;
    }
    class
}

const fn contains(names: &[&str], name: &str) -> bool {
    let mut i = 0;
    while i < names.len() {
        if same(names[i], name) {
            return true;
        }
        i += 1;
    }
    false
}

/// The types of pgvector.
const VECTORS: [&str; 3] = ["vector", "halfvec", "sparsevec"];

/// Built-in types without an order.
const UNORDERED: [&str; 15] = [
    "json",
    "xml",
    "point",
    "line",
    "lseg",
    "box",
    "path",
    "polygon",
    "circle",
    "jsonpath",
    "xid",
    "cid",
    "aclitem",
    "refcursor",
    "txid_snapshot",
];

/// Ordered types without a hash function.
const NOT_HASHED: [&str; 8] = [
    "bit",
    "varbit",
    "money",
    "tsquery",
    "tsvector",
    "vector",
    "halfvec",
    "sparsevec",
];

/// Types of multiranges.
const MULTIRANGES: [&str; 6] = [
    "int4multirange",
    "int8multirange",
    "nummultirange",
    "tsmultirange",
    "tstzmultirange",
    "datemultirange",
];

/// Types of ranges.
const RANGES: [&str; 6] = [
    "int4range",
    "int8range",
    "numrange",
    "tsrange",
    "tstzrange",
    "daterange",
];

/// Types of ranges and shapes.
const SPACES: [&str; 9] = [
    "int4range",
    "int8range",
    "numrange",
    "tsrange",
    "tstzrange",
    "daterange",
    "box",
    "point",
    "polygon",
];
