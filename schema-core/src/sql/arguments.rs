//! The values of a statement's parameters.

use sqlx::Arguments as _;
use sqlx::error::BoxDynError;
use sqlx::postgres::PgArguments;

use super::array::Array;
use super::bound::Bound;
use crate::expr::Value;
use crate::types::{ColumnType, SqlType};

/// A statement's parameters, in binary format, in the order of their numbers.
#[derive(Debug, Default)]
pub struct Arguments {
    inner: PgArguments,
}

impl Arguments {
    /// Room for `parameters` values.
    pub fn with_capacity(parameters: usize) -> Self {
        let mut inner = PgArguments::default();
        if parameters > 0 {
            // Room for each, and for a text or two: to grow the buffer costs more than all that is written into it.
            inner.reserve(parameters, 128 + parameters * 16);
        }
        Self { inner }
    }

    /// Appends the value of the next parameter; `None` is NULL.
    ///
    /// # Errors
    /// Where the value cannot be written in binary format.
    #[inline]
    pub fn push<T: SqlType, V: Value<T>>(&mut self, value: Option<&V>) -> Result<(), BoxDynError> {
        self.inner.add(Bound::<T, V>::new(value))
    }

    /// Appends an array as the value of the next parameter.
    ///
    /// # Errors
    /// Where a value cannot be written in binary format.
    pub fn push_array<'a, T, I>(&mut self, values: I) -> Result<(), BoxDynError>
    where
        T: ColumnType + 'a,
        I: Iterator<Item = &'a T> + Clone,
    {
        self.push_options::<T::Base, T::Base, _>(values.map(ColumnType::value))
    }

    /// Appends an array of values that are sent as `T`.
    ///
    /// # Errors
    /// Where a value cannot be written in binary format.
    pub fn push_values<'a, T, V, I>(&mut self, values: I) -> Result<(), BoxDynError>
    where
        T: SqlType,
        V: Value<T> + 'a,
        I: Iterator<Item = &'a V> + Clone,
    {
        self.push_options::<T, V, _>(values.map(Some))
    }

    /// Appends an array of values that are sent as `T`; `None` is NULL.
    ///
    /// # Errors
    /// Where a value cannot be written in binary format.
    pub fn push_options<'a, T, V, I>(&mut self, values: I) -> Result<(), BoxDynError>
    where
        T: SqlType,
        V: Value<T> + 'a,
        I: Iterator<Item = Option<&'a V>> + Clone,
    {
        self.inner.add(Array::<T, _>::new(values))
    }

    /// The number of parameters.
    pub fn len(&self) -> usize {
        self.inner.len()
    }

    /// Whether there are no parameters.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The same, for sqlx.
    pub fn into_inner(self) -> PgArguments {
        self.inner
    }
}
