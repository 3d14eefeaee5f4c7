//! The model of a table, and the step that builds it from the parsed attributes.

mod access;
mod ast;
pub(crate) mod resolve;

pub(crate) use self::ast::{
    Action, ActionKind, Check, Column, ColumnRef, ForeignKey, Grant, Index, IndexPart, Origin,
    PrimaryKey, Table, Trigger, Unique, is_written_optional,
};
