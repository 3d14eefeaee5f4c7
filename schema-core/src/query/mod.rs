//! Statements.
//!
//! - [`Select`], and its joins
//! - [`Insert`], [`InsertMany`], `on conflict`
//! - [`Update`], [`Delete`], and `returning` of all three
//! - [`TableMethods`] — where each begins, on a table's constant

mod boxed;
mod clause;
mod conflict;
mod decoder;
mod delete;
mod fetch;
mod find;
mod incomplete;
mod insert;
mod insert_many;
mod insertable;
mod join;
mod joins;
mod returning;
mod select;
mod selection;
mod set;
mod table;
mod update;

pub use boxed::BoxedSelect;
pub use clause::{And, Clauses, From, OrderBy, OrderingList, RowCount, Then, Where};
pub use conflict::{
    ConflictColumns, ConflictUpdate, DoNothing, DoUpdate, Excluded, OnConflict, excluded,
};
pub use decoder::{DecodeExpression, DecodeScope, DecodeTable};
pub use delete::Delete;
pub use find::{Find, KeyIs, find};
pub use insert::Insert;
pub use insert_many::InsertMany;
pub use insertable::{Binder, InsertRow, Insertable, check_insert};
pub use join::{Cross, Full, Inner, Join, JoinKind, KeyJoin, Left, Right};
pub use joins::Joinable;
pub use returning::{Returning, ReturningAll};
pub use select::{All, Columns, Distinct, Orders, Projection, Select};
pub use selection::{
    AllColumns, FieldOf, ReturnedFrom, SelectField, SelectedFrom, Selection, SelectionKind,
};
pub(crate) use selection::{all_columns, describe_expression};
pub use set::{Assigned, NullFits, Set, SetList, SetTo};
pub use table::TableMethods;
pub use update::{Update, UpdateTable};
