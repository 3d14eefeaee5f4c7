//! Tables and columns as types: what the constants that `#[table]` makes are made of.

use std::fmt;
use std::marker::PhantomData;

use super::{TableDef, TableName};
use crate::exec::DecodeRow;
use crate::sql::Token;
use crate::types::ColumnType;

/// A struct with `#[table]`: the type of a whole row.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a table",
    label = "expected a struct with `#[table]`"
)]
pub trait Table: DecodeRow + Sized + 'static {
    /// The type of the table's constant: a field for each column, read from the source `S`.
    type Columns<S: Source>: Copy;
    /// The columns that every insert must give.
    type New;
    /// The table's constant, read from the source `S`.
    fn columns<S: Source<Table = Self>>() -> Self::Columns<S>;
    /// The name, with the Postgres schema.
    const NAME: TableName;
    /// The name as SQL spells it: `"clinic"."patients"`.
    const QUOTED: &'static str;
    /// All columns, quoted, without the table before them: what `select` lists, in the order of the fields.
    const COLUMNS: &'static [&'static str];
    /// All that DDL and tools want to know.
    const DEF: &'static TableDef;
}

/// What a query can read from: a table, or an alias of one.
pub trait Source: Sized + 'static {
    /// The table that the rows come from.
    type Table: Table;
    /// What stands in `from`: `"patients"`, `"employees" as "manager"`.
    const FROM: &'static [Token];
    /// What stands before a column: `"patients"`, `"manager"`.
    const REFERENCE: &'static str;
}

impl<T: Table> Source for T {
    type Table = T;
    const FROM: &'static [Token] = &[Token::Text(T::QUOTED)];
    const REFERENCE: &'static str = T::QUOTED;
}

/// A second name for a table, made by [`alias!`](crate::alias).
pub trait Alias: Sized + 'static {
    /// The table.
    type Of: Table;
    /// The name, quoted.
    const QUOTED: &'static str;
}

/// The type behind a column's name, such as `patients::email`. It has no values.
pub trait ColumnMarker: Sized + 'static {
    /// The table that the column is in.
    type Table: Table;
    /// The field's type.
    type Type: ColumnType;
    /// The name, quoted.
    const QUOTED: &'static str;
    /// The column's place in [`TableDef::columns`].
    const INDEX: usize;
}

/// A column `C`, read from the source `S`: a field of the table's constant.
pub struct Column<S, C> {
    marker: PhantomData<fn() -> (S, C)>,
}

impl<S, C> Column<S, C> {
    /// The only value.
    pub const NEW: Self = Self { marker: PhantomData };
}

impl<S, C> Clone for Column<S, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S, C> Copy for Column<S, C> {}

impl<S: Source, C: ColumnMarker> fmt::Debug for Column<S, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", S::REFERENCE, C::QUOTED)
    }
}

impl<S: Source, C: ColumnMarker> Column<S, C> {
    /// What the schema says of the column.
    pub const fn def(&self) -> &'static super::ColumnDef {
        &C::Table::DEF.columns[C::INDEX]
    }
}

/// A table with a primary key.
#[diagnostic::on_unimplemented(
    message = "table `{Self}` has no primary key",
    label = "this needs a primary key",
    note = "mark its column with `#[column(primary_key)]`, or several with `#[primary_key(a, b)]`"
)]
pub trait PrimaryKey: Table {
    /// The columns' types: one type, or a tuple of them.
    type Key;
}

/// A column, or a tuple of columns, that no two rows of table `T` have the same values in.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not unique in table `{T}`",
    label = "neither the primary key nor under a unique constraint of `{T}`",
    note = "add `#[column(unique)]`, or `#[unique(a, b)]` for several columns together"
)]
pub trait UniqueKey<T> {}
