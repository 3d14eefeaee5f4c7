//! Rows with named columns, and the constants with a field for each column.

use super::Source;
use crate::def::{TableDef, TableName, ViewDef};
use crate::row::{ColumnList, DecodeRow};
use crate::sql::{Expected, TableColumns};

/// Rows with named columns: a table, or a struct that a subquery selects into.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a table",
    label = "expected a struct with `#[table]`"
)]
pub trait Relation: DecodeRow + Send + Sync + Sized + 'static {
    /// The type of the relation's constant: a field for each column, read from the source `S`.
    type Columns<S: Source>: SourceColumns<Source = S>;
    /// The name, as a type.
    type Id;
    /// The definitions that a statement needs before it can read the relation by name: none for a table, see
    /// [`Stored`]; a `with` query for any other relation.
    type Needs;
    /// The name, with its Postgres schema.
    const NAME: TableName;
    /// The names of all columns, in the order of the fields.
    const COLUMNS: &'static [&'static str];
    /// The first column that cannot be NULL, if there is one.
    const NOT_NULL: Option<&'static str> =
        <Self::Columns<Self> as SourceColumns>::DEF.first_not_null();
    /// True if each column can be NULL, so that a row may consist of NULLs only.
    const ALL_NULLABLE: bool = Self::NOT_NULL.is_none() && !Self::COLUMNS.is_empty();
    /// The columns, for tools.
    #[doc(hidden)]
    const EXPECTED: Expected = Expected::OfTable(&TableColumns::new(
        <Self::Columns<Self> as SourceColumns>::DEF,
    ));
    /// The definition of the view, if it is one.
    const VIEW: Option<&'static ViewDef> = None;
    /// Appends the columns' types.
    fn describe(columns: &mut ColumnList<'_>) {
        columns.table(<Self::Columns<Self> as SourceColumns>::DEF);
    }
}

/// The [`Relation::Needs`] of a table: it exists in the database.
pub type Stored = ();

/// A struct with `#[table]` or `#[view]`: the type of a whole row. Statements write only to those that are [`Written`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a table",
    label = "expected a struct with `#[table]`"
)]
pub trait Table: Relation<Needs = Stored> {
    /// Everything that DDL and tools need to know.
    const DEF: &'static TableDef = <Self::Columns<Self> as SourceColumns>::DEF;
}

/// An item of [`schema!`](crate::schema): a table or a view.
#[derive(Debug, Clone, Copy)]
pub enum ListedRelation {
    /// A table.
    OfTable(&'static TableDef),
    /// A view.
    OfView(&'static ViewDef),
}

/// A struct with `#[table]` or `#[view]`: the database has an object for it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a table",
    label = "expected a struct with `#[table]` or `#[view]`"
)]
pub trait Declared {
    /// The definition.
    const LISTED: ListedRelation;
}

#[diagnostic::do_not_recommend]
impl<T: Table> Declared for T {
    const LISTED: ListedRelation = match T::VIEW {
        Some(view) => ListedRelation::OfView(view),
        None => ListedRelation::OfTable(T::DEF),
    };
}

/// A table that statements write to. A view is a [`Table`], but not this.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a table, so it cannot be written",
    label = "expected a struct with `#[table]`",
    note = "a view can only be read; write to the tables of its query"
)]
pub trait Written: Table {}

/// A materialized view.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a materialized view",
    label = "only these are refreshed",
    note = "add `materialized` to its `#[view]`"
)]
pub trait Refreshable: Relation {}

/// A materialized view with a unique index on columns, of all rows.
#[diagnostic::on_unimplemented(
    message = "view `{Self}` has no unique index; add `#[column(unique)]` to a field, or `#[unique(a, b)]` to the struct",
    label = "`concurrently` finds rows by a unique index"
)]
pub trait RefreshedConcurrently: Refreshable {}

/// The constant of a relation or of an alias: a value with a field for each column.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a table",
    label = "expected the name of a struct with `#[table]`, or of an `alias!`"
)]
pub trait SourceColumns: Copy {
    /// The source of the columns.
    type Source: Source;
    /// The only value.
    const NEW: Self;
    /// The definition of the table, if the relation is one. It is a constant of this generic impl, so that the compiler
    /// evaluates it only where it is used.
    const DEF: &'static TableDef = &TableDef::NONE;
}

/// The constant of an [alias](crate::alias!) `N` of the relation `R`, or the relation's own constant.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an alias",
    label = "expected an alias of `{R}`",
    note = "declare one: `alias!(Name = {R});`"
)]
pub trait AliasOf<R, N>: Copy {}

impl<V: SourceColumns<Source = N>, N: Source<Relation: SameRelation<R>>, R> AliasOf<R, N> for V {}

/// The relation `R` itself.
#[diagnostic::on_unimplemented(
    message = "this is an alias of `{Self}`, not of `{R}`",
    label = "expected an alias of `{R}`",
    note = "declare one: `alias!(Name = {R});`"
)]
pub trait SameRelation<R> {}

#[diagnostic::do_not_recommend]
impl<R> SameRelation<R> for R {}

/// Columns that a value can dereference to.
pub trait StaticColumns: SourceColumns + 'static {
    /// A reference to the only value.
    const REF: &'static Self;
}
