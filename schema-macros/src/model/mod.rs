//! The model of a table, and the step that builds it from the parsed attributes.

mod ast;
mod keys;
pub(crate) mod resolve;
mod storage;

pub(crate) use self::ast::{
    Action, ActionKind, Check, Column, ColumnRef, ForeignKey, Index, IndexPart, Origin, PrimaryKey,
    Table, Unique, is_written_optional,
};
pub(crate) use self::storage::{
    Exclusion, ExclusionPart, Partition, PartitionBound, PartitionBy, Storage,
};
