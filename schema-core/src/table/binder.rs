//! Sending the rows of an insert.

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::{Column, ColumnGroup, ColumnMarker, Relation, Settable};
use crate::error::ColumnError;
use crate::sql::Arguments;
use crate::types::{ColumnType, ColumnValue, SqlType, Value};

/// Sends the columns of the rows to insert: a value for each column of a single row, an array for each column of
/// several rows.
#[derive(Debug)]
pub struct Binder<'a> {
    arguments: &'a mut Arguments,
    many: bool,
}

#[hide_bounds]
impl<'a> Binder<'a> {
    /// Sends a single row: each value is a parameter.
    pub(crate) fn one(arguments: &'a mut Arguments) -> Self {
        Self {
            arguments,
            many: false,
        }
    }

    /// Sends several rows: each column is one parameter, an array.
    pub(crate) fn many(arguments: &'a mut Arguments) -> Self {
        Self {
            arguments,
            many: true,
        }
    }

    /// Sends columns whose fields have the columns' types.
    ///
    /// # Errors
    /// If a value cannot be encoded.
    #[inline]
    pub fn columns<'r, M: ColumnGroup, R: 'r>(
        &mut self,
        rows: &(impl Iterator<Item = &'r R> + Clone),
        values: impl Fn(&R) -> M::Borrowed<'_>,
    ) -> Result<(), BoxDynError> {
        M::bind(self, rows, values)
    }

    /// Sends a column whose field has the column's type.
    pub(crate) fn own<'r, C: ColumnMarker>(
        &mut self,
        values: impl Iterator<Item = &'r C::Type> + Clone,
    ) -> Result<(), BoxDynError> {
        self.values::<C, <C::Type as ColumnType>::Base>(values.map(ColumnType::value))
    }

    /// Sends a column from a field of another type that fits it.
    ///
    /// # Errors
    /// If a value cannot be encoded.
    pub fn column<'r, S, C, R: 'r, V>(
        &mut self,
        _column: &Column<S, C>,
        rows: &(impl Iterator<Item = &'r R> + Clone),
        field: fn(&R) -> &V,
    ) -> Result<(), BoxDynError>
    where
        C: ColumnMarker,
        Column<S, C>: Settable,
        V: ColumnValue<C::Type, Column<C::Table, C>> + 'r,
    {
        self.values::<C, V::Inner>(rows.clone().map(|row| field(row).inner()))
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
            // `unnest` flattens nested arrays completely, so arrays are sent as text.
            let texts: Vec<Option<String>> = values.map(|value| value.map(Value::text)).collect();
            self.arguments
                .push_options::<String, String, _>(texts.iter().map(Option::as_ref))
        } else {
            self.arguments.push_options::<Base<C>, V, _>(values)
        };
        result.map_err(at_column::<C>)
    }
}

/// Adds the column's name to an error about its value.
pub(crate) fn at_column<C: ColumnMarker>(source: BoxDynError) -> BoxDynError {
    Box::new(ColumnError {
        table: C::Table::NAME.name,
        column: C::NAME,
        source,
    })
}
