//! Sending the rows of an insert.

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::{Column, ColumnGroup, ColumnMarker, Relation, Settable};
use crate::error::ColumnError;
use crate::sql::{Arguments, CopyRows};
use crate::types::{ColumnType, ColumnValue, SqlType, Value};

/// Sends the columns of the rows to insert.
#[derive(Debug)]
pub struct Binder<'a> {
    target: Target<'a>,
}

#[derive(Debug)]
enum Target<'a> {
    /// A value for each column of a single row.
    One(&'a mut Arguments),
    /// An array for each column of several rows.
    Many(&'a mut Arguments),
    /// The fields of a single row of a `copy`.
    Copy(&'a mut CopyRows),
}

#[hide_bounds]
impl<'a> Binder<'a> {
    /// Sends a single row: each value is a parameter.
    pub(crate) fn one(arguments: &'a mut Arguments) -> Self {
        Self {
            target: Target::One(arguments),
        }
    }

    /// Sends several rows: each column is one parameter, an array.
    pub(crate) fn many(arguments: &'a mut Arguments) -> Self {
        Self {
            target: Target::Many(arguments),
        }
    }

    /// Sends a row of a `copy`: each value is a field.
    pub(crate) fn copy(rows: &'a mut CopyRows) -> Self {
        Self {
            target: Target::Copy(rows),
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
    ///
    /// # Errors
    /// If a value cannot be encoded.
    pub fn own<'r, C: ColumnMarker>(
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
        let result = match &mut self.target {
            Target::One(arguments) => {
                values.try_for_each(|value| arguments.push::<Base<C>, V>(value))
            }
            // `unnest` flattens nested arrays completely, and takes composite values apart, so they are sent as text.
            Target::Many(arguments) if Base::<C>::DATA_TYPE.is_unnested() => {
                let texts: Vec<Option<String>> =
                    values.map(|value| value.map(Value::text)).collect();
                arguments.push_options::<String, String, _>(texts.iter().map(Option::as_ref))
            }
            Target::Many(arguments) => arguments.push_options::<Base<C>, V, _>(values),
            Target::Copy(rows) => values.try_for_each(|value| rows.push::<Base<C>, V>(value)),
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
