//! The hash of what most tables do not have. A table without it has the hash that it had before these parts existed.

use super::hash::Hash;
use crate::def::{
    Deferrable, ExclusionDef, IndexOn, PartitionBound, PartitionByDef, PartitionDef,
    PartitionStrategy, PartitionValue, StorageDef,
};

/// Words that no other part of a hash begins with.
mod tag {
    pub(super) const INCLUDE: u64 = 0x696e_636c_7564_6500;
    pub(super) const DEFERRABLE: u64 = 0x6465_6665_7272_6564;
    pub(super) const NOT_VALID: u64 = 0x6e6f_745f_7661_6c69;
    pub(super) const NOT_ENFORCED: u64 = 0x6e6f_745f_656e_666f;
    pub(super) const EXCLUSIONS: u64 = 0x6578_636c_7564_6500;
    pub(super) const PARTITION_BY: u64 = 0x7061_7274_5f62_7900;
    pub(super) const PARTITIONS: u64 = 0x7061_7274_6974_696f;
    pub(super) const WITH: u64 = 0x7769_7468_0000_0000;
    pub(super) const UNLOGGED: u64 = 0x756e_6c6f_6767_6564;
}

impl Hash {
    /// The index of a primary key or of a unique constraint.
    pub(super) const fn index_of_key(self, include: &[&str], time: Deferrable) -> Self {
        let mut hash = self;
        if !include.is_empty() {
            hash = hash.word(tag::INCLUDE).texts(include);
        }
        match time {
            Deferrable::No => hash,
            time => hash.word(tag::DEFERRABLE).word(deferrable(time)),
        }
    }

    /// Hashes the rows for which a constraint is checked.
    pub(super) const fn state(self, not_valid: bool, not_enforced: bool) -> Self {
        let mut hash = self;
        if not_valid {
            hash = hash.word(tag::NOT_VALID);
        }
        if not_enforced {
            hash = hash.word(tag::NOT_ENFORCED);
        }
        hash
    }

    pub(super) const fn storage(self, storage: &StorageDef) -> Self {
        let mut hash = self;
        if !storage.exclusions.is_empty() {
            hash = hash.word(tag::EXCLUSIONS).exclusions(storage.exclusions);
        }
        if let Some(by) = storage.partition_by {
            hash = hash.word(tag::PARTITION_BY).partition_by(by);
        }
        if !storage.partitions.is_empty() {
            hash = hash.word(tag::PARTITIONS).partitions(storage.partitions);
        }
        if !storage.with.is_empty() {
            hash = hash.word(tag::WITH).word(storage.with.len() as u64);
            let mut i = 0;
            while i < storage.with.len() {
                hash = hash.text(storage.with[i].0).text(storage.with[i].1);
                i += 1;
            }
        }
        if storage.unlogged {
            hash = hash.word(tag::UNLOGGED);
        }
        hash
    }

    const fn exclusions(self, exclusions: &[ExclusionDef]) -> Self {
        let mut hash = self.word(exclusions.len() as u64);
        let mut i = 0;
        while i < exclusions.len() {
            let one = exclusions[i];
            hash = hash
                .option(one.name)
                .text(one.method)
                .option(one.filter)
                .word(deferrable(one.deferrable))
                .word(one.elements.len() as u64);
            let mut j = 0;
            while j < one.elements.len() {
                let element = one.elements[j];
                hash = hash
                    .on(element.on)
                    .option(element.operator_class)
                    .text(element.operator);
                j += 1;
            }
            i += 1;
        }
        hash
    }

    const fn on(self, on: IndexOn) -> Self {
        match on {
            IndexOn::Column(name) => self.word(0).text(name),
            IndexOn::Expression(expression) => self.word(1).text(expression),
        }
    }

    const fn partition_by(self, by: PartitionByDef) -> Self {
        let mut hash = self
            .word(match by.strategy {
                PartitionStrategy::Range => 0,
                PartitionStrategy::List => 1,
                PartitionStrategy::Hash => 2,
            })
            .word(by.key.len() as u64);
        let mut i = 0;
        while i < by.key.len() {
            hash = hash.on(by.key[i]);
            i += 1;
        }
        hash
    }

    const fn partitions(self, partitions: &[PartitionDef]) -> Self {
        let mut hash = self.word(partitions.len() as u64);
        let mut i = 0;
        while i < partitions.len() {
            hash = hash.text(partitions[i].name);
            hash = match partitions[i].bound {
                PartitionBound::Range(from, to) => hash.word(0).values(from).values(to),
                PartitionBound::List(values) => hash.word(1).values(values),
                PartitionBound::Hash { modulus, remainder } => {
                    hash.word(2).word(modulus as u64).word(remainder as u64)
                }
                PartitionBound::Default => hash.word(3),
            };
            i += 1;
        }
        hash
    }

    const fn values(self, values: &[PartitionValue]) -> Self {
        let mut hash = self.word(values.len() as u64);
        let mut i = 0;
        while i < values.len() {
            hash = match values[i] {
                PartitionValue::Text(text) => hash.word(0).text(text),
                PartitionValue::Sql(sql) => hash.word(1).text(sql),
            };
            i += 1;
        }
        hash
    }
}

pub(super) const fn deferrable(time: Deferrable) -> u64 {
    match time {
        Deferrable::No => 0,
        Deferrable::InitiallyImmediate => 1,
        Deferrable::InitiallyDeferred => 2,
    }
}
