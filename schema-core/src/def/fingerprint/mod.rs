//! Fingerprints of definitions: numbers that differ if the definitions differ. They can be computed during compilation.

mod access;
mod hash;
mod storage;
#[cfg(test)]
mod tests;

use self::hash::Hash;
use super::{TableDef, ViewDef};
use crate::types::TypeDef;

impl TableDef {
    /// Returns a number that changes with everything that is compared with a database: names, types, nullability, keys,
    /// constraints, indexes, policies, grants, triggers, comments. [`check_migrations!`](crate::check_migrations) compares it during compilation.
    ///
    /// Three things do not count: the order of the columns, `renamed_from`, and the value of a default that is written as
    /// Rust, because only a running program can turn it into SQL.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// mod before {
    /// #   use schema_core::prelude::*;
    ///     #[table(name = "patients")]
    ///     pub struct Patient { id: i64, age: i32 }
    /// }
    /// mod after {
    /// #   use schema_core::prelude::*;
    ///     #[table(name = "patients")]
    ///     pub struct Patient { id: i64, age: Option<i32> }
    /// }
    ///
    /// const { assert!(before::Patient::DEF.fingerprint() != after::Patient::DEF.fingerprint()) };
    /// ```
    pub const fn fingerprint(&self) -> u64 {
        let mut hash = Hash::new().table_name(self.name).option(self.comment);
        let mut columns = 0_u64;
        let mut i = 0;
        while i < self.columns.len() {
            columns = columns.wrapping_add(Hash::new().column(&self.columns[i]).0);
            i += 1;
        }
        hash = hash.word(self.columns.len() as u64).word(columns);
        hash = match self.primary_key {
            Some(key) => hash.word(1).primary_key(key),
            None => hash.word(0),
        };
        hash.uniques(self.uniques)
            .foreign_keys(self.foreign_keys)
            .checks(self.checks)
            .indexes(self.indexes)
            .access(self.access)
            .storage(self.storage)
            .0
    }
}

impl ViewDef {
    /// Returns a number that changes with everything that is compared with a database: names, the order and types of the
    /// columns, options, indexes, comments, and the query.
    ///
    /// A value in the query counts only by its spelling, because only a running program can turn it into SQL.
    ///
    /// ```
    /// use schema_core::prelude::*;
    /// use schema_core::table::Relation;
    ///
    /// #[table(name = "orders")]
    /// struct Order { #[column(primary_key)] id: i64, amount: i64 }
    /// #[view(query = Order.select().filter(Order.amount.gt(10)).columns(SelectLarge { id: Order.id }))]
    /// struct Large { id: i64 }
    /// #[view(name = "large", query = Order.select().filter(Order.amount.gt(20)).columns(SelectLarger { id: Order.id }))]
    /// struct Larger { id: i64 }
    ///
    /// const { assert!(Large::VIEW.unwrap().fingerprint() != Larger::VIEW.unwrap().fingerprint()) };
    /// ```
    pub const fn fingerprint(&self) -> u64 {
        let relation = self.relation;
        let mut hash = Hash::new()
            .table_name(relation.name)
            .option(relation.comment);
        hash = hash.word(relation.columns.len() as u64);
        let mut i = 0;
        while i < relation.columns.len() {
            hash = hash.column(&relation.columns[i]);
            i += 1;
        }
        hash = hash
            .indexes(relation.indexes)
            .word(self.query_hash)
            .flag(self.materialized);
        i = 0;
        while i < self.options.len() {
            hash = hash.text(self.options[i].0).text(self.options[i].1);
            i += 1;
        }
        hash.0
    }
}

/// The hash of a query: its text, if it is a constant, and the source from which it is made.
pub(crate) const fn query_hash(text: Option<&str>, source: &str) -> u64 {
    Hash::new().option(text).text(source).0
}

impl TypeDef {
    /// Returns a number that changes with the definition of the type.
    ///
    /// ```
    /// use schema_core::types::{EnumDef, TypeDef};
    ///
    /// const OLD: EnumDef = EnumDef { schema: None, name: "mood", labels: &["happy"] };
    /// const NEW: EnumDef = EnumDef { labels: &["happy", "sad"], ..OLD };
    /// assert_ne!(TypeDef::Enum(&OLD).fingerprint(), TypeDef::Enum(&NEW).fingerprint());
    /// ```
    pub const fn fingerprint(&self) -> u64 {
        let (schema, name) = self.name();
        let hash = Hash::new().option(schema).text(name);
        match self {
            Self::Enum(def) => hash.word(0).texts(def.labels).0,
            Self::Domain(def) => hash.word(1).data_type(&def.base).option(def.check).0,
            Self::Composite(def) => {
                let mut hash = hash.word(2).word(def.fields.len() as u64);
                let mut i = 0;
                while i < def.fields.len() {
                    let field = &def.fields[i];
                    hash = hash.text(field.name).data_type(&field.data_type);
                    i += 1;
                }
                hash.0
            }
        }
    }

    /// Returns the Postgres schema and the name.
    pub(crate) const fn name(&self) -> (Option<&'static str>, &'static str) {
        match self {
            Self::Enum(def) => (def.schema, def.name),
            Self::Composite(def) => (def.schema, def.name),
            Self::Domain(def) => (def.schema, def.name),
        }
    }
}
