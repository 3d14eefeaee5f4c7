//! The model of a table or view, and the step that builds it from the parsed attributes.

mod ast;
pub(crate) mod resolve;
mod view;

pub(crate) use self::ast::{
    Action, ActionKind, Check, Column, ColumnRef, ForeignKey, Index, IndexPart, Origin, PrimaryKey,
    Table, Unique, View, is_written_optional,
};
pub(crate) use self::view::view;
