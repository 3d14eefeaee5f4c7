//! Rows to insert.

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use crate::error::ColumnError;
use crate::expr::{ColumnValue, Value};
use crate::sql::Arguments;
use crate::table::{Column, ColumnMarker, Markers, Settable, Table, TableDef, same};
use crate::types::{ColumnType, SqlType};

/// A struct whose fields are columns of table `T`, all required ones among them: `NewPatient`, or a struct of the
/// user's with `#[derive(Insertable)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a row to insert into table `{T}`",
    label = "expected the `New…` of `{T}`, or a struct of yours",
    note = "a struct of yours needs `#[derive(Insertable)]` and `#[insertable({T})]`"
)]
pub trait Insertable<T> {
    /// The same, as what can be inserted.
    type Row: InsertRow<T>;
    /// The same.
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

/// What `#[table]` implements for its insert type, and `#[derive(Insertable)]` for a struct. Apart from
/// [`Insertable`], so that an error about a struct does not go on about all others.
pub trait InsertRow<T>: Sized {
    /// The struct itself. Where there is none, the compiler says so once: of a type that it does not know it says no
    /// more.
    type Row: InsertRow<T>;

    /// The struct itself.
    fn into_row(self) -> Self::Row;

    /// The names of the columns.
    const COLUMNS: &'static [&'static str];

    /// Gives the binder each column of the rows, in the order of [`Self::COLUMNS`].
    ///
    /// # Errors
    /// Where a value cannot be sent.
    fn bind(rows: &[Self], binder: &mut Binder<'_>) -> Result<(), BoxDynError>;
}

/// Takes the columns of rows to insert: of a single row each as a value, of many each as an array.
#[derive(Debug)]
pub struct Binder<'a> {
    arguments: &'a mut Arguments,
    many: bool,
}

#[hide_bounds]
impl<'a> Binder<'a> {
    /// Of a single row, whose values become parameters.
    pub(crate) fn one(arguments: &'a mut Arguments) -> Self {
        Self {
            arguments,
            many: false,
        }
    }

    /// Of many rows, whose columns become parameters.
    pub(crate) fn many(arguments: &'a mut Arguments) -> Self {
        Self {
            arguments,
            many: true,
        }
    }

    /// Columns that have the types of fields.
    ///
    /// # Errors
    /// Where a value cannot be sent.
    #[inline]
    pub fn columns<M: Markers, R>(
        &mut self,
        rows: &[R],
        values: impl Fn(&R) -> M::Borrowed<'_>,
    ) -> Result<(), BoxDynError> {
        M::bind(self, rows, values)
    }

    /// A column that has the field's type.
    pub(crate) fn own<'r, C: ColumnMarker>(
        &mut self,
        values: impl Iterator<Item = &'r C::Type> + Clone,
    ) -> Result<(), BoxDynError> {
        self.values::<C, <C::Type as ColumnType>::Base>(values.map(ColumnType::value))
    }

    /// A column, and a field that fits it.
    ///
    /// # Errors
    /// Where a value cannot be sent.
    pub fn column<S, C, R, V>(
        &mut self,
        _column: &Column<S, C>,
        rows: &[R],
        field: fn(&R) -> &V,
    ) -> Result<(), BoxDynError>
    where
        C: ColumnMarker,
        Column<S, C>: Settable,
        V: ColumnValue<C::Type, Column<C::Table, C>>,
    {
        self.values::<C, V::Inner>(rows.iter().map(|row| field(row).inner()))
    }

    fn values<'r, C, V>(
        &mut self,
        mut values: impl Iterator<Item = Option<&'r V>> + Clone,
    ) -> Result<(), BoxDynError>
    where
        C: ColumnMarker,
        V: Value<<C::Type as ColumnType>::Base> + 'r,
    {
        type Base<C> = <<C as ColumnMarker>::Type as ColumnType>::Base;
        let result = if !self.many {
            values.try_for_each(|value| self.arguments.push::<Base<C>, V>(value))
        } else if Base::<C>::DATA_TYPE.array {
            // `unnest` would take arrays of arrays apart to the last element, so they travel as text.
            let texts: Vec<Option<String>> = values.map(|value| value.map(Value::text)).collect();
            self.arguments
                .push_options::<String, String, _>(texts.iter().map(Option::as_ref))
        } else {
            self.arguments.push_options::<Base<C>, V, _>(values)
        };
        result.map_err(at_column::<C>)
    }
}

/// Says which column a value was for.
pub(crate) fn at_column<C: ColumnMarker>(source: BoxDynError) -> BoxDynError {
    Box::new(ColumnError {
        table: C::Table::NAME.name,
        column: C::NAME,
        source,
    })
}

/// That every required column of a table is among the columns of a struct.
///
/// # Panics
/// While compiling, where one is not: `#[derive(Insertable)]` evaluates this in a constant.
#[expect(clippy::panic, reason = "while compiling: this is the compile error")]
#[track_caller]
pub const fn check_insert(table: &TableDef, columns: &[&str], row: &str) {
    let mut missing = Message::new();
    let mut i = 0;
    while i < table.columns.len() {
        let column = &table.columns[i];
        if column.required && !contains(columns, column.name) {
            if missing.length > 0 {
                missing = missing.text(", ");
            }
            missing = missing.text("`").text(column.name).text("`");
        }
        i += 1;
    }
    if missing.length > 0 {
        let message = Message::new()
            .text("`")
            .text(row)
            .text("` lacks the required ")
            .text(missing.as_str())
            .text(" of table `")
            .text(table.name.name)
            .text("`; add a field for it");
        panic!("{}", message.as_str());
    }
}

/// A text that is put together while compiling; what is too long for it is cut off.
struct Message {
    bytes: [u8; 1024],
    length: usize,
}

impl Message {
    const fn new() -> Self {
        Self {
            bytes: [0; 1024],
            length: 0,
        }
    }

    const fn text(mut self, text: &str) -> Self {
        let bytes = text.as_bytes();
        if self.length + bytes.len() <= self.bytes.len() {
            let mut i = 0;
            while i < bytes.len() {
                self.bytes[self.length] = bytes[i];
                self.length += 1;
                i += 1;
            }
        }
        self
    }

    const fn as_str(&self) -> &str {
        match str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

const fn contains(names: &[&str], name: &str) -> bool {
    let mut i = 0;
    while i < names.len() {
        if same(names[i], name) {
            return true;
        }
        i += 1;
    }
    false
}
