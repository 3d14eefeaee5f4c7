//! The model of a table or view, and the step that builds it from the parsed attributes.

mod access;
mod ast;
mod keys;
pub(crate) mod resolve;
mod storage;
mod view;

pub(crate) use self::ast::{
    Action, ActionKind, Check, Column, ColumnRef, ForeignKey, Grant, Index, IndexPart, Origin,
    PrimaryKey, Table, Trigger, Unique, View, ViewQuery, is_written_optional,
};
pub(crate) use self::storage::{
    Exclusion, ExclusionPart, Partition, PartitionBound, PartitionBy, Storage,
};
pub(crate) use self::view::view;
