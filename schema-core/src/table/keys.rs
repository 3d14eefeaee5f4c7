//! Primary keys, unique columns and foreign keys.

use super::{Column, Table};

/// A table with a primary key.
#[diagnostic::on_unimplemented(
    message = "table `{Self}` has no primary key",
    label = "this needs a primary key",
    note = "mark its column with `#[column(primary_key)]`, or several with `#[primary_key(a, b)]`"
)]
pub trait PrimaryKey: Table {
    /// The key's columns, as a tuple of their markers.
    type Key;
}

/// A table that the column `C` references.
///
/// The trait is on the table rather than the column, so that a column without a foreign key produces a single error.
pub trait ReferencedBy<C>: Table {
    /// The name of the referenced column, not quoted.
    const COLUMN: &'static str;
}

impl<C: KeyTo<T>, T: Table> ReferencedBy<C> for T {
    const COLUMN: &'static str = C::COLUMN;
}

/// A column with a foreign key to table `T`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` references no table",
    label = "no foreign key to join by",
    note = "add `references = Table.column` to its `#[column(…)]`, or join on a condition"
)]
pub trait JoinsTo<T> {}

#[diagnostic::do_not_recommend]
impl<S, C: KeyTo<T>, T> JoinsTo<T> for Column<S, C> {}

/// A foreign key, as `#[table]` implements it. It is separate from [`JoinsTo`], so that an error about one column does
/// not list all others.
pub trait KeyTo<T> {
    /// The name of the referenced column, not quoted.
    const COLUMN: &'static str;
}

/// A column, or a tuple of columns, whose values are unique in table `T`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not unique in `{T}`",
    label = "neither primary key nor unique",
    note = "add `#[column(unique)]`, or `#[unique(a, b)]` for several columns together, without `deferrable`"
)]
pub trait UniqueKey<T> {}

#[diagnostic::do_not_recommend]
impl<K: UniqueColumns<T>, T> UniqueKey<T> for K {}

/// Columns that are unique among the rows of table `T` for which a condition is true, by a unique index with `where`.
pub trait PartialColumns<T> {
    /// The condition of the index.
    const WHERE: &'static str;
}

/// Unique columns, as `#[table]` implements them. It is separate from [`UniqueKey`], so that an error about one column
/// does not list all others.
pub trait UniqueColumns<T> {}
