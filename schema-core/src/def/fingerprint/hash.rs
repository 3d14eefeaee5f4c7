//! The hash of a definition, 8 bytes at a step.

use super::storage::deferrable;
use crate::def::{
    Action, CheckDef, ColumnDef, DefaultDef, ForeignKeyDef, Identity, IndexDef, IndexElement,
    IndexOn, PrimaryKeyDef, TableName, UniqueDef,
};
use crate::types::DataType;

/// A hash of a sequence of words. The lock files of users contain the results, so the function must not change.
#[derive(Clone, Copy)]
pub(super) struct Hash(pub(super) u64);

impl Hash {
    pub(super) const fn new() -> Self {
        Self(0x9e37_79b9_7f4a_7c15)
    }

    pub(super) const fn word(self, word: u64) -> Self {
        let hash = (self.0 ^ word).wrapping_mul(0x9fb2_1c65_1e98_df25);
        let hash = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
        Self(hash ^ (hash >> 29))
    }

    pub(super) const fn flag(self, flag: bool) -> Self {
        self.word(flag as u64)
    }

    /// Takes eight bytes at a time: each step costs time during compilation.
    pub(super) const fn text(self, text: &str) -> Self {
        let (words, rest) = text.as_bytes().as_chunks::<8>();
        let mut hash = self.word(text.len() as u64);
        let mut i = 0;
        while i < words.len() {
            hash = hash.word(u64::from_le_bytes(words[i]));
            i += 1;
        }
        let mut last = 0;
        i = rest.len();
        while i > 0 {
            i -= 1;
            last = (last << 8) | rest[i] as u64;
        }
        hash.word(last)
    }

    pub(super) const fn option(self, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.word(1).text(text),
            None => self.word(0),
        }
    }

    pub(super) const fn texts(self, texts: &[&str]) -> Self {
        let mut hash = self.word(texts.len() as u64);
        let mut i = 0;
        while i < texts.len() {
            hash = hash.text(texts[i]);
            i += 1;
        }
        hash
    }

    pub(super) const fn table_name(self, name: TableName) -> Self {
        self.option(name.schema).text(name.name)
    }

    pub(super) const fn data_type(self, data_type: &DataType) -> Self {
        let hash = self.text(data_type.name).flag(data_type.array);
        let hash = match data_type.modifier {
            Some(modifier) => hash.word(1).word(modifier as u64),
            None => hash.word(0),
        };
        hash.option(data_type.extension)
    }

    pub(super) const fn column(self, column: &ColumnDef) -> Self {
        let hash = self.text(column.name).flag(column.nullable);
        let hash = match column.sql_type {
            Some(sql_type) => hash
                .word(1)
                .text(sql_type)
                .option(column.data_type.extension),
            None => hash.word(0).data_type(&column.data_type),
        };
        let hash = match column.default {
            None => hash.word(0),
            Some(DefaultDef::Sql(expression)) => hash.word(1).text(expression),
            Some(DefaultDef::Value(_)) => hash.word(2),
        };
        let hash = hash.word(match column.identity {
            None => 0,
            Some(Identity::Always) => 1,
            Some(Identity::ByDefault) => 2,
        });
        let hash = match column.generated {
            None => hash.word(0),
            Some(generated) => hash
                .word(1)
                .text(generated.expression)
                .flag(generated.stored),
        };
        hash.option(column.collate).option(column.comment)
    }

    pub(super) const fn primary_key(self, key: PrimaryKeyDef) -> Self {
        self.option(key.name)
            .texts(key.columns)
            .index_of_key(key.include, key.deferrable)
    }

    pub(super) const fn uniques(self, uniques: &[UniqueDef]) -> Self {
        let mut hash = self.word(uniques.len() as u64);
        let mut i = 0;
        while i < uniques.len() {
            let unique = uniques[i];
            hash = hash
                .option(unique.name)
                .texts(unique.columns)
                .flag(unique.nulls_not_distinct)
                .index_of_key(unique.include, unique.deferrable);
            i += 1;
        }
        hash
    }

    pub(super) const fn foreign_keys(self, keys: &[ForeignKeyDef]) -> Self {
        let mut hash = self.word(keys.len() as u64);
        let mut i = 0;
        while i < keys.len() {
            let key = keys[i];
            hash = hash
                .option(key.name)
                .texts(key.columns)
                .table_name(key.table)
                .texts(key.references)
                .word(action(key.on_delete))
                .word(action(key.on_update))
                .word(deferrable(key.deferrable))
                .state(key.not_valid, key.not_enforced);
            i += 1;
        }
        hash
    }

    pub(super) const fn checks(self, checks: &[CheckDef]) -> Self {
        let mut hash = self.word(checks.len() as u64);
        let mut i = 0;
        while i < checks.len() {
            hash = hash
                .option(checks[i].name)
                .text(checks[i].expression)
                .state(checks[i].not_valid, checks[i].not_enforced);
            i += 1;
        }
        hash
    }

    pub(super) const fn indexes(self, indexes: &[IndexDef]) -> Self {
        let mut hash = self.word(indexes.len() as u64);
        let mut i = 0;
        while i < indexes.len() {
            hash = hash.index(indexes[i]);
            i += 1;
        }
        hash
    }

    pub(super) const fn index(self, index: IndexDef) -> Self {
        let mut hash = self
            .option(index.name)
            .text(index.method)
            .texts(index.include)
            .flag(index.unique)
            .flag(index.nulls_not_distinct)
            .option(index.filter)
            .word(index.elements.len() as u64);
        let mut i = 0;
        while i < index.elements.len() {
            hash = hash.element(index.elements[i]);
            i += 1;
        }
        hash = hash.word(index.with.len() as u64);
        i = 0;
        while i < index.with.len() {
            hash = hash.text(index.with[i].0).text(index.with[i].1);
            i += 1;
        }
        hash
    }

    pub(super) const fn element(self, element: IndexElement) -> Self {
        let hash = match element.on {
            IndexOn::Column(name) => self.word(0).text(name),
            IndexOn::Expression(expression) => self.word(1).text(expression),
        };
        hash.option(element.collate)
            .option(element.operator_class)
            .flag(element.descending)
            .word(match element.nulls_first {
                None => 0,
                Some(false) => 1,
                Some(true) => 2,
            })
    }
}

const fn action(action: Action) -> u64 {
    match action {
        Action::NoAction => 0,
        Action::Restrict => 1,
        Action::Cascade => 2,
        Action::SetNull => 3,
        Action::SetDefault => 4,
    }
}
