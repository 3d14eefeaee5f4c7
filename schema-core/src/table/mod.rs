//! Tables and columns as types: the building blocks of the constants that `#[table]` generates.
//!
//! - [`Relation`]: rows with named columns; [`Table`]: a relation that is stored in the database
//! - [`Source`]: the name under which a query reads a relation; [`alias!`](crate::alias!) declares another one
//! - [`Column`]: a column of a source

mod alias;
mod binder;
mod column;
pub(crate) mod column_group;
pub(crate) mod column_index;
pub mod default;
mod differs;
mod expanded;
mod followed;
mod keys;
mod relation;
mod source;

pub use binder::Binder;
pub(crate) use binder::at_column;
pub use column::{BesideRow, Col, Column, ColumnMarker, SetIn, Settable};
pub use column_group::ColumnGroup;
pub use column_index::{
    ByServer, ByUser, ColumnIndex, KeyIndex, KeyRole, NotAKey, Omissible, Required, SoleKey,
    Writable,
};
pub use default::{ColumnDefault, DefaultNow};
pub use differs::Differs;
pub use followed::Followed;
pub(crate) use followed::columns_of;
pub use keys::{
    JoinsTo, KeyTo, PartialColumns, PrimaryKey, ReferencedBy, UniqueColumns, UniqueKey,
};
pub use relation::{
    AliasOf, Declared, ListedRelation, Refreshable, RefreshedConcurrently, Relation, SameRelation,
    SourceColumns, StaticColumns, Stored, Table, Written,
};
pub use source::{NamedSource, Source};

/// An uninhabited type that implements nothing.
///
/// See "One error per mistake" in `docs/architecture.md`.
#[derive(Debug)]
pub enum Impossible {}
