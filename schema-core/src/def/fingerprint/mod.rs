//! Fingerprints of definitions: numbers that differ if the definitions differ. They can be computed during compilation.

mod hash;
mod storage;
#[cfg(test)]
mod tests;

use self::hash::Hash;
use super::TableDef;
use crate::types::TypeDef;

impl TableDef {
    /// Returns a number that changes with everything that is compared with a database: names, types, nullability, keys,
    /// constraints, indexes, comments. [`check_migrations!`](crate::check_migrations) compares it during compilation.
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
            .storage(self.storage)
            .0
    }
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
