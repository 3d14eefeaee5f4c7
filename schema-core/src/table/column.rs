//! Columns, and the statements that can write them.

use std::fmt;
use std::marker::PhantomData;

use super::{ColumnIndex, Omissible, Relation, Source, Table, Writable};
use crate::def::ColumnDef;
use crate::types::ColumnType;

/// The type that represents a column's name. It has no values.
pub trait ColumnMarker: Sized + 'static {
    /// The relation that the column belongs to.
    type Table: Relation;
    /// The field's type.
    type Type: ColumnType + 'static;
    /// The column's index, in a type that tells who writes the column: [`ByUser`](super::ByUser),
    /// [`Required`](super::Required) or [`ByServer`](super::ByServer).
    type Place: ColumnIndex;
    /// The name, not quoted.
    const NAME: &'static str = Self::Table::COLUMNS[Self::Place::INDEX];
}

/// Column `C` of the source `S`: a field of the relation's constant.
pub type Column<S, C> = Col<S, C>;

/// A [`Column`], as the compiler prints it: `Col<Patient, name>`. It prints the name of a type with its path if another
/// dependency of the program has a type of that name, as sqlx has `Column`.
pub struct Col<S, C> {
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

impl<S: Source, C: ColumnMarker<Table: Table>> Column<S, C> {
    /// Returns the column's definition in the schema.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: Option<String> }
    /// assert!(Patient.name.def().nullable);
    /// assert_eq!(Patient.id.def().data_type.sql(), "bigint");
    /// ```
    pub const fn def(self) -> &'static ColumnDef {
        &<C::Table as Table>::DEF.columns[C::Place::INDEX]
    }
}

/// A column that inserts and updates may write; with the `overriding` clause `O`, also one that is `identity`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is written by the server alone; leave it out, or declare it `identity = by_default`",
    label = "`identity` or `generated`: it accepts no value"
)]
pub trait Settable<O = ()> {}

#[diagnostic::do_not_recommend]
impl<S, C: ColumnMarker<Place: Writable>> Settable for Column<S, C> {}

/// A column that the rows to insert into table `T` may lack, so that it can be set next to them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is set twice; remove this call, and set the field of the row",
    label = "every row to insert has this column already"
)]
pub trait BesideRow<T> {}

#[diagnostic::do_not_recommend]
impl<S, T, C: ColumnMarker<Place: Omissible>> BesideRow<T> for Column<S, C> {}

/// The table `Self` of column `C`, in a statement that sets columns of table `T`: the two tables must be the same.
///
/// The trait is on the table rather than the column: otherwise the compiler would infer `T` before it knows the column.
#[diagnostic::on_unimplemented(
    message = "column `{C}` of `{Self}` cannot be set in a statement on `{T}`",
    label = "not a column of `{T}`",
    note = "set a column of `{T}`; the value may read columns of the statement's other tables"
)]
pub trait SetIn<T, C> {}

#[diagnostic::do_not_recommend]
impl<T, C> SetIn<T, C> for T {}
