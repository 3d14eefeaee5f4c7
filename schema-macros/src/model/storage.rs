//! Exclusion constraints, partitions and storage parameters of a table.

use proc_macro2::Ident;
use syn::LitStr;

use super::resolve::name_in;
use super::{ColumnRef, Table};
use crate::attr::{
    Bound, BoundValue, Deferrable, ExcludeAttr, Method, PartitionAttr, PartitionByAttr, Slot,
    StorageParameter, Strategy, Target,
};
use crate::util::errors::Errors;
use crate::util::names::Name;

/// The parts that few tables have.
#[derive(Default)]
pub(crate) struct Storage {
    pub(crate) exclusions: Vec<Exclusion>,
    /// Every `#[partition_by]` in the source; a valid table has at most one.
    pub(crate) partition_by: Vec<PartitionBy>,
    pub(crate) partitions: Vec<Partition>,
    pub(crate) with: Vec<StorageParameter>,
    /// The key `with`, if present.
    pub(crate) with_key: Option<Ident>,
    /// The key `unlogged`, if present.
    pub(crate) unlogged: Option<Ident>,
}

pub(crate) struct Exclusion {
    pub(crate) method: Method,
    /// The key of the method, if present, or else that of the attribute.
    pub(crate) key: Ident,
    pub(crate) parts: Vec<ExclusionPart>,
    pub(crate) filter: Option<LitStr>,
    pub(crate) deferrable: Deferrable,
    pub(crate) name: Option<Name>,
}

/// A column or expression with its operator.
pub(crate) struct ExclusionPart {
    pub(crate) target: Target<ColumnRef>,
    /// The operator class.
    pub(crate) class: Option<Ident>,
    pub(crate) operator: LitStr,
}

/// The key of a partitioned table.
pub(crate) struct PartitionBy {
    /// The attribute's name.
    pub(crate) key: Ident,
    pub(crate) strategy: Strategy,
    /// The key of the strategy.
    pub(crate) strategy_key: Ident,
    pub(crate) parts: Vec<Target<ColumnRef>>,
}

impl PartitionBy {
    /// The columns of the key, without those in expressions.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &ColumnRef> {
        self.parts.iter().filter_map(|part| match part {
            Target::Column(column) => Some(column),
            Target::Sql(_) => None,
        })
    }

    /// An expression of the key, if there is one.
    pub(crate) fn expression(&self) -> Option<&LitStr> {
        self.parts.iter().find_map(|part| match part {
            Target::Column(_) => None,
            Target::Sql(sql) => Some(sql),
        })
    }
}

pub(crate) struct Partition {
    /// The attribute's name.
    pub(crate) key: Ident,
    pub(crate) name: Name,
    /// The key of the bound.
    pub(crate) bound_key: Ident,
    pub(crate) bound: PartitionBound,
}

/// The rows of a partition.
pub(crate) enum PartitionBound {
    Range(Vec<BoundValue>, Vec<BoundValue>),
    List(Vec<BoundValue>),
    Hash { modulus: u32, remainder: u32 },
    Default,
}

impl PartitionBound {
    /// The only strategy that has such bounds.
    pub(crate) fn strategy(&self) -> Option<Strategy> {
        match self {
            Self::Range(..) => Some(Strategy::Range),
            Self::List(_) => Some(Strategy::List),
            Self::Hash { .. } => Some(Strategy::Hash),
            Self::Default => None,
        }
    }
}

impl Storage {
    pub(crate) fn partition_by(&self) -> Option<&PartitionBy> {
        self.partition_by.first()
    }

    /// True for a table without any of this.
    pub(crate) fn is_empty(&self) -> bool {
        self.exclusions.is_empty()
            && self.partition_by.is_empty()
            && self.partitions.is_empty()
            && self.with.is_empty()
            && self.unlogged.is_none()
    }

    /// The keys of `#[table]`.
    pub(super) fn set(&mut self, with: Slot<Vec<StorageParameter>>, unlogged: &Slot<()>) {
        self.with_key = with.key().cloned();
        self.with = with.value().unwrap_or_default();
        self.unlogged = unlogged.key().cloned();
    }
}

impl Table<'_> {
    pub(super) fn add_exclusion(&mut self, attribute: ExcludeAttr, errors: &mut Errors) {
        let mut parts = Vec::new();
        let mut complete = !attribute.parts.is_empty();
        for part in attribute.parts {
            let target = self.target(part.target, errors);
            complete &= target.is_some();
            parts.extend(target.map(|target| ExclusionPart {
                target,
                class: part.class,
                operator: part.operator,
            }));
        }
        if !complete {
            return;
        }
        let (key, method) = match attribute.method {
            Some(method) => (method.key, method.value),
            None => (attribute.key, Method::Gist),
        };
        self.storage.exclusions.push(Exclusion {
            method,
            key,
            parts,
            filter: attribute.filter.value(),
            deferrable: attribute.options.time(),
            name: name_in(attribute.name),
        });
    }

    pub(super) fn add_partition_by(&mut self, attribute: PartitionByAttr, errors: &mut Errors) {
        let count = attribute.parts.len();
        let parts = attribute.parts.into_iter();
        let parts: Vec<_> = parts.filter_map(|part| self.target(part, errors)).collect();
        let Some(strategy) = attribute.strategy else {
            return;
        };
        if parts.is_empty() || parts.len() < count {
            return;
        }
        self.storage.partition_by.push(PartitionBy {
            key: attribute.key,
            strategy: strategy.value,
            strategy_key: strategy.key,
            parts,
        });
    }

    pub(super) fn add_partition(&mut self, mut attribute: PartitionAttr, errors: &mut Errors) {
        let key = attribute.key.clone();
        let name = name_in(std::mem::take(&mut attribute.name));
        let Some(bound) = attribute.bound(errors) else {
            return;
        };
        let mut add = |name: Name, value: PartitionBound| {
            self.storage.partitions.push(Partition {
                key: key.clone(),
                name,
                bound_key: bound.key.clone(),
                bound: value,
            });
        };
        let bound_value = match bound.value {
            Bound::AllOfHash(modulus) => {
                let (prefix, span) = match &name {
                    Some(name) => (&name.value, name.span),
                    None => (&self.sql_name.value, bound.key.span()),
                };
                let prefix = prefix.clone();
                // The check of the number reports more.
                for remainder in 0..modulus.min(MAX_OF_HASH) {
                    let value = format!("{prefix}_{remainder}");
                    add(
                        Name { value, span },
                        PartitionBound::Hash { modulus, remainder },
                    );
                }
                if modulus == 0 || modulus > MAX_OF_HASH {
                    let message = format!(
                        "`hash({modulus})` is out of range; write a number from 1 to {MAX_OF_HASH}"
                    );
                    errors.at(&bound.key, message);
                }
                return;
            }
            Bound::Range(from, to) => PartitionBound::Range(from, to),
            Bound::List(values) => PartitionBound::List(values),
            Bound::Hash(modulus, remainder) => PartitionBound::Hash { modulus, remainder },
            Bound::Default => PartitionBound::Default,
        };
        // The parser reports a partition without a name.
        if let Some(name) = name {
            add(name, bound_value);
        }
    }

    fn target(&self, target: Target<Ident>, errors: &mut Errors) -> Option<Target<ColumnRef>> {
        match target {
            Target::Sql(sql) => Some(Target::Sql(sql)),
            Target::Column(word) => self.resolve(&word, &[], errors).map(Target::Column),
        }
    }
}

/// The largest number of partitions that `hash(…)` declares.
const MAX_OF_HASH: u32 = 1024;
