//! Rows to insert.

use sqlx::error::BoxDynError;

use crate::def::{Message, TableDef, same};
use crate::error::Invalid;
use crate::query::update::SetList;
use crate::sql::Arguments;
use crate::table::{Binder, Table};

/// A struct whose fields are columns of table `T`, including all required ones: `NewPatient`, or a user's struct with
/// `#[derive(Insertable)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a row to insert into table `{T}`",
    label = "expected the `New…` of `{T}`, or a struct of yours",
    note = "a struct of yours needs `#[derive(Insertable)]` and `#[insertable({T})]`"
)]
pub trait Insertable<T> {
    /// The row.
    type Row: InsertRow<T>;
    /// Converts it into the row.
    fn into_row(self) -> Self::Row;
}

#[diagnostic::do_not_recommend]
impl<R: InsertRow<T>, T> Insertable<T> for R {
    type Row = R::Row;

    #[inline]
    fn into_row(self) -> R::Row {
        self.into_row()
    }
}

/// A row to insert, as `#[table]` and `#[derive(Insertable)]` implement it. It is separate from [`Insertable`], so that
/// an error about one struct does not list all others.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a row to insert into table `{T}`",
    label = "expected the `New…` of `{T}`, or a struct of yours",
    note = "a struct of yours needs `#[derive(Insertable)]` and `#[insertable({T})]`"
)]
pub trait InsertRow<T>: Sized {
    /// The struct itself. It is an associated type so that a struct without an impl is a single error: see "One error per
    /// mistake" in `docs/architecture.md`.
    type Row: InsertRow<T>;

    /// Returns the struct itself.
    fn into_row(self) -> Self::Row;

    /// The names of the columns.
    const COLUMNS: &'static [&'static str];

    /// Sends each column of the rows to the binder, in the order of [`Self::COLUMNS`].
    ///
    /// # Errors
    /// If a value cannot be encoded.
    fn bind<'r>(
        rows: impl Iterator<Item = &'r Self> + Clone,
        binder: &mut Binder<'_>,
    ) -> Result<(), BoxDynError>
    where
        Self: 'r;
}

/// A reference to a row, which the program needs afterwards.
#[diagnostic::do_not_recommend]
impl<'a, T, V: InsertRow<T, Row = V>> InsertRow<T> for &'a V {
    // Not `Self`, which would be known although the struct has no impl.
    type Row = &'a V::Row;

    #[inline]
    fn into_row(self) -> &'a V::Row {
        self
    }

    const COLUMNS: &'static [&'static str] = V::COLUMNS;

    #[inline]
    fn bind<'r>(
        rows: impl Iterator<Item = &'r Self> + Clone,
        binder: &mut Binder<'_>,
    ) -> Result<(), BoxDynError>
    where
        Self: 'r,
    {
        V::bind(rows.copied(), binder)
    }
}

/// Checks that a struct has every required column of a table.
///
/// # Panics
/// During compilation, if a column is missing: `#[derive(Insertable)]` evaluates this in a constant.
#[track_caller]
pub const fn check_insert(table: &TableDef, columns: &[&str], row: &str) {
    let mut missing = Message::new();
    let mut i = 0;
    while i < table.columns.len() {
        let column = &table.columns[i];
        if column.required && !contains(columns, column.name) {
            if !missing.is_empty() {
                missing = missing.text(", ");
            }
            missing = missing.text("`").text(column.name).text("`");
        }
        i += 1;
    }
    if !missing.is_empty() {
        let message = Message::new()
            .text("`")
            .text(row)
            .text("` lacks the required ")
            .text(missing.as_str())
            .text(" of table `")
            .text(table.name.name)
            .text("`; add a field for it");
        message.fail();
    }
}

/// Appends the values of an insert's assignments.
///
/// # Errors
/// If one of them sets a column of the row, or a value cannot be encoded.
pub(crate) fn bind_sets<T: Table, V: InsertRow<T>, A: SetList>(
    sets: &A,
    arguments: &mut Arguments,
) -> Result<(), BoxDynError> {
    if let Some(column) = sets.twice::<T, V>() {
        return Err(Invalid::boxed(format!(
            "column `{column}` of table `{}` is set, and the row has it as well; remove one of the two",
            T::NAME.name,
        )));
    }
    sets.bind(arguments)
}

pub(crate) const fn contains(names: &[&str], name: &str) -> bool {
    let mut i = 0;
    while i < names.len() {
        if same(names[i], name) {
            return true;
        }
        i += 1;
    }
    false
}
