//! Tables and columns as types: what the constants that `#[table]` makes are made of.

use std::fmt;
use std::marker::PhantomData;

use super::place::{ByUser, Place};
use super::{ColumnDef, TableDef, TableName};
use crate::exec::DecodeRow;
use crate::sql::Token;
use crate::types::ColumnType;

/// A struct with `#[table]`: the type of a whole row.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a table",
    label = "expected a struct with `#[table]`"
)]
pub trait Table: DecodeRow + Send + Sync + Sized + 'static {
    /// The type of the table's constant: a field for each column, read from the source `S`.
    type Columns<S: Source>: TableValue<Source = S>;
    /// The columns that every insert must give.
    type New;
    /// The name, as a type.
    type Id;
    /// The name, with the Postgres schema.
    const NAME: TableName;
    /// The names of all columns, in the order of the fields.
    const COLUMNS: &'static [&'static str];
    /// All that DDL and tools want to know.
    const DEF: &'static TableDef = <Self::Columns<Self> as TableValue>::DEF;
}

/// What a query can read from: a table, or an alias of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a table",
    label = "expected a struct with `#[table]`, or an `alias!` of one"
)]
pub trait Source: Sized + 'static {
    /// The table that the rows come from.
    type Table: Table;
    /// The name by which a query knows it, as a type.
    type Id;
    /// What stands in `from`: `"patients"`, `"employees" as "manager"`.
    const FROM: &'static [Token];
    /// What stands before the dot of a column: `"patients"`, `"manager"`.
    const REFERENCE: &'static [Token];
}

impl<T: Table> Source for T {
    type Table = T;
    type Id = T::Id;
    const FROM: &'static [Token] = Self::REFERENCE;
    const REFERENCE: &'static [Token] = match T::NAME {
        TableName { schema: None, name } => &[Token::Name(name)],
        TableName {
            schema: Some(schema),
            name,
        } => &[Token::Name(schema), Token::Text("."), Token::Name(name)],
    };
}

/// The constant of a table, or of an alias: a value with a field for each column.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a table",
    label = "expected the name of a struct with `#[table]`, or of an `alias!`"
)]
pub trait TableValue: Copy {
    /// What the columns are read from.
    type Source: Source;
    /// The value.
    const NEW: Self;
    /// [`Table::DEF`]. Here, where it is generic, the compiler looks at its value only where something needs it.
    const DEF: &'static TableDef;
}

/// The type behind a column's name. It has no values.
pub trait ColumnMarker: Sized + 'static {
    /// The table that the column is in.
    type Table: Table;
    /// The field's type.
    type Type: ColumnType + 'static;
    /// The column's place among the table's, in who writes it: [`ByUser`] or [`ByServer`](super::ByServer).
    type Place: Place;
    /// The name, not quoted.
    const NAME: &'static str = Self::Table::COLUMNS[Self::Place::INDEX];
}

/// A column `C`, read from the source `S`: a field of the table's constant.
pub struct Column<S, C> {
    marker: PhantomData<fn() -> (S, C)>,
}

impl<S, C> Column<S, C> {
    /// The only value.
    pub const NEW: Self = Self {
        marker: PhantomData,
    };
}

impl<S, C> Clone for Column<S, C> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S, C> Copy for Column<S, C> {}

impl<S: Source, C: ColumnMarker> fmt::Debug for Column<S, C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", C::Table::NAME.name, C::NAME)
    }
}

impl<S: Source, C: ColumnMarker> Column<S, C> {
    /// What the schema says of the column.
    pub const fn def(self) -> &'static ColumnDef {
        &C::Table::DEF.columns[C::Place::INDEX]
    }
}

/// A table with a primary key.
#[diagnostic::on_unimplemented(
    message = "table `{Self}` has no primary key",
    label = "this needs a primary key",
    note = "mark its column with `#[column(primary_key)]`, or several with `#[primary_key(a, b)]`"
)]
pub trait PrimaryKey: Table {
    /// The columns' types, as a tuple.
    type Key;
}

/// A table that the column `C` references. Asked of the table, which the compiler does not know where the column
/// references none: of what it does not know it says nothing more.
pub trait ReferencedBy<C>: Table {
    /// The name of its column, not quoted.
    const COLUMN: &'static str;
}

impl<C: KeyTo<T>, T: Table> ReferencedBy<C> for T {
    const COLUMN: &'static str = C::COLUMN;
}

/// A column of a query's table that references one of table `T`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` references no table",
    label = "no foreign key to join by",
    note = "add `references = Table.column` to its `#[column(…)]`, or join on a condition"
)]
pub trait JoinsTo<T> {}

#[diagnostic::do_not_recommend]
impl<S, C: KeyTo<T>, T> JoinsTo<T> for Column<S, C> {}

/// What `#[table]` implements for its foreign keys; apart from [`JoinsTo`] as [`UniqueColumns`] is from
/// [`UniqueKey`].
pub trait KeyTo<T> {
    /// The name of the other table's column, not quoted.
    const COLUMN: &'static str;
}

/// A column, or a tuple of columns, that no two rows of table `T` have the same values in.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not unique in `{T}`",
    label = "neither primary key nor unique",
    note = "add `#[column(unique)]`, or `#[unique(a, b)]` for several columns together"
)]
pub trait UniqueKey<T> {}

#[diagnostic::do_not_recommend]
impl<K: UniqueColumns<T>, T> UniqueKey<T> for K {}

/// What `#[table]` implements for its unique columns. Apart from [`UniqueKey`], so that an error about a column does
/// not go on about all others.
pub trait UniqueColumns<T> {}

/// What there is no value of, and nothing is known about.
#[derive(Debug)]
pub enum Impossible {}

/// A column that inserts and updates may write.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is written by the server alone",
    label = "`identity` or `generated`: it takes no value",
    note = "leave it out; for values of your own make it `identity = by_default`"
)]
pub trait Settable {}

#[diagnostic::do_not_recommend]
impl<S, C: ColumnMarker<Place = ByUser<N>>, N> Settable for Column<S, C> {}

/// The table whose column `C` a statement on table `T` sets: `T` itself. Of the table, not of the column: else the
/// compiler would take it for `T` before it knows the column.
#[diagnostic::on_unimplemented(
    message = "column `{C}` of `{Self}` cannot be set in a statement on `{T}`",
    label = "not a column of `{T}`",
    note = "set a column of `{T}`; the value may read others, of the tables of the statement"
)]
pub trait SetIn<T, C> {}

#[diagnostic::do_not_recommend]
impl<T, C> SetIn<T, C> for T {}
